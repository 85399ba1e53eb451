import type { Code } from './feed.ts'

/** What an intelligence submission or an event is about; one main theme each. */
export const themeCodes: readonly Code[] = [
  {
    code: 'domestic-abuse',
    label: 'Domestic abuse',
    aliases: ['DA', 'DV', 'domestic violence', 'domestic violence and abuse'],
  },
  {
    code: 'sexual-abuse',
    label: 'Sexual abuse',
    aliases: [
      'SA',
      'sexual offences',
      'sexual violence',
      'rape and serious sexual offences',
      'RASSO',
      'child sexual abuse',
      'CSA',
    ],
  },
  { code: 'child-sexual-exploitation', label: 'Child sexual exploitation', aliases: ['CSE'] },
  {
    code: 'modern-slavery',
    label: 'Modern slavery',
    aliases: [
      'MS',
      'MSHT',
      'modern slavery and human trafficking',
      'human trafficking',
      'trafficking',
      'slavery',
    ],
  },
  {
    code: 'county-lines',
    label: 'County lines',
    aliases: ['criminal exploitation', 'child criminal exploitation', 'CCE'],
  },
  {
    code: 'honour-based-abuse',
    label: 'Honour-based abuse',
    aliases: [
      'HBA',
      'HBV',
      'honour based violence',
      'so-called honour-based abuse',
      'forced marriage',
      'FGM',
    ],
  },
  { code: 'other', label: 'Other', aliases: ['general', 'several', 'all themes'] },
]
