import type { Code } from './feed.ts'

/**
 * How a crime was closed, by the Home Office outcome type. 1A, 2A and 3A are for an alternative offence
 * and count with 1, 2 and 3. Type 0 is a crime still open, never part of closed cases. Type 22 exists from April 2019.
 */
export const outcomeTypes: readonly Code[] = [
  {
    code: '0',
    label: 'Not yet assigned an outcome',
    aliases: ['00', 'open', 'under investigation', 'not yet assigned'],
  },
  {
    code: '1',
    label: 'Charged or summonsed',
    aliases: ['01', 'charge', 'charged', 'summons', 'charge/summons'],
  },
  { code: '1A', label: 'Charged or summonsed (alternative offence)', aliases: ['01A'] },
  { code: '2', label: 'Caution, youth', aliases: ['02', 'youth caution'] },
  { code: '2A', label: 'Caution, youth (alternative offence)', aliases: ['02A'] },
  { code: '3', label: 'Caution, adult', aliases: ['03', 'adult caution'] },
  { code: '3A', label: 'Caution, adult (alternative offence)', aliases: ['03A'] },
  { code: '4', label: 'Taken into consideration', aliases: ['04', 'TIC'] },
  { code: '5', label: 'Offender died', aliases: ['05'] },
  { code: '6', label: 'Penalty notice', aliases: ['06', 'PND'] },
  { code: '7', label: 'Cannabis or khat warning', aliases: ['07'] },
  { code: '8', label: 'Community resolution', aliases: ['08', 'local resolution'] },
  { code: '9', label: 'Prosecution not in the public interest (CPS)', aliases: ['09'] },
  { code: '10', label: 'Formal action not in the public interest (police)' },
  { code: '11', label: 'Prosecution prevented: suspect under age' },
  { code: '12', label: 'Prosecution prevented: suspect too ill' },
  { code: '13', label: 'Prosecution prevented: victim or key witness dead or too ill' },
  { code: '14', label: 'Suspect not identified, victim does not support further action' },
  { code: '15', label: 'Suspect identified, victim supports, evidence falls short' },
  { code: '16', label: 'Suspect identified, victim does not support further action' },
  { code: '17', label: 'Prosecution time limit expired' },
  { code: '18', label: 'Investigated, no suspect identified' },
  { code: '19', label: 'Passed to the National Fraud Intelligence Bureau' },
  { code: '20', label: 'Action by another body or agency' },
  { code: '21', label: 'Further investigation not in the public interest' },
  { code: '22', label: 'Diversionary, educational or intervention activity' },
]

/** An outcome type together with its alternative-offence variant, which counts with it: '1' gives 1 and 1A. */
export function withAlternatives(type: string): readonly string[] {
  return outcomeTypes.filter(({ code }) => code === type || code === `${type}A`).map(({ code }) => code)
}

/** The types of a crime that is closed: all but 0. */
export const closedOutcomes: readonly string[] = outcomeTypes
  .map(({ code }) => code)
  .filter((code) => code !== '0')

/** Charged or summonsed, alternative offences included. */
export const chargedOutcomes = withAlternatives('1')

/** The victim withdrew support or never gave it: whether a suspect was identified (16) or not (14). */
export const victimDoesNotSupportOutcomes: readonly string[] = ['14', '16']
