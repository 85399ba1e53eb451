import type { Code } from './feed.ts'

/** A code of the anti-social behaviour group, which is no crime. */
export const antiSocialBehaviour = 'anti-social-behaviour'

/**
 * Groups of offences after the Home Office's, with modern slavery apart because this board watches it
 * (the Home Office counts 106 under violence without injury and 72 under other sexual offences).
 * Aliases are the categories of data.police.uk, whose violence and sexual offences cannot be told apart.
 */
export const offenceGroups: readonly Code[] = [
  { code: 'homicide', label: 'Homicide' },
  { code: 'violence-with-injury', label: 'Violence with injury' },
  { code: 'violence-without-injury', label: 'Violence without injury' },
  { code: 'unlawful-driving', label: 'Death or serious injury by unlawful driving' },
  { code: 'stalking-harassment', label: 'Stalking and harassment' },
  { code: 'rape', label: 'Rape' },
  { code: 'other-sexual', label: 'Other sexual offences' },
  { code: 'modern-slavery', label: 'Modern slavery' },
  {
    code: 'violence-and-sexual',
    label: 'Violence and sexual offences (not split)',
    aliases: ['Violence and sexual offences', 'Violent crime'],
  },
  { code: 'robbery', label: 'Robbery' },
  { code: 'burglary', label: 'Burglary' },
  { code: 'vehicle', label: 'Vehicle offences', aliases: ['Vehicle crime'] },
  {
    code: 'theft',
    label: 'Theft',
    aliases: ['Bicycle theft', 'Other theft', 'Shoplifting', 'Theft from the person'],
  },
  {
    code: 'criminal-damage-arson',
    label: 'Criminal damage and arson',
    aliases: ['Arson and criminal damage'],
  },
  { code: 'drugs', label: 'Drug offences', aliases: ['Drugs'] },
  { code: 'weapons', label: 'Possession of weapons' },
  {
    code: 'public-order',
    label: 'Public order offences',
    aliases: ['Public order', 'Public disorder and weapons'],
  },
  { code: 'miscellaneous', label: 'Miscellaneous crimes against society', aliases: ['Other crime'] },
  { code: 'fraud', label: 'Fraud and forgery', aliases: ['Fraud'] },
  {
    code: antiSocialBehaviour,
    label: 'Anti-social behaviour (not a crime)',
    aliases: ['Anti-social behaviour', 'ASB'],
  },
]
