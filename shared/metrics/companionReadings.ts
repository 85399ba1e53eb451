/** What a companion would do: rise, fall, or neither more than usual. */
export type Expected = 'up' | 'down' | 'steady'

/** What one companion of a measure would show when the measure rises, if reporting improved and if harm grew. */
export interface CompanionReading {
  readonly metric: string
  readonly ifReporting: Expected
  readonly ifHarm: Expected
  readonly reason: string
}

const repeatVictims: CompanionReading = {
  metric: 'da.repeatVictims',
  ifReporting: 'down',
  ifHarm: 'up',
  reason:
    'People who report for the first time lower the share of victims known before; harm that goes on raises it.',
}
const support: CompanionReading = {
  metric: 'da.victimDoesNotSupport',
  ifReporting: 'down',
  ifHarm: 'steady',
  reason: 'Confidence that brings more victims forward also keeps more of them with their case.',
}
const advisers: CompanionReading = {
  metric: 'returns.idvaReferrals',
  ifReporting: 'up',
  ifHarm: 'up',
  reason: 'More people reach an adviser in either case.',
}
const daysToReport: CompanionReading = {
  metric: 'sa.daysToReport',
  ifReporting: 'down',
  ifHarm: 'steady',
  reason: 'Confidence shows in offences that are reported sooner; more harm alone does not shorten the wait.',
}
const nonRecent: CompanionReading = {
  metric: 'sa.nonRecent',
  ifReporting: 'up',
  ifHarm: 'down',
  reason: 'Confidence brings old offences to light; new harm adds offences reported within the year.',
}
const perHundred: CompanionReading = {
  metric: 'nrm.perHundredCrimes',
  ifReporting: 'down',
  ifHarm: 'steady',
  reason: 'Better recording turns more referrals into crimes; more harm raises both alike.',
}
const trained: CompanionReading = {
  metric: 'event.firstResponders',
  ifReporting: 'up',
  ifHarm: 'steady',
  reason: 'People who were trained notice and refer more; harm does not train anybody.',
}
const fromPartners: CompanionReading = {
  metric: 'intel.fromPartners',
  ifReporting: 'up',
  ifHarm: 'steady',
  reason: 'Partners who notice more send a larger share; more harm raises what everybody sends.',
}

const domestic = [repeatVictims, support, advisers]
const sexual = [daysToReport, nonRecent]

/**
 * Which companions help tell better reporting from more harm, measure by measure. These readings are the dashboard's
 * suggestion for the Board to agree; see docs/decisions.
 */
const readings: Readonly<Record<string, readonly CompanionReading[]>> = {
  'da.crimes': domestic,
  'da.demand': domestic,
  'da.stalkingHarassment': domestic,
  'da.coerciveControl': domestic,
  'sa.rape': sexual,
  'sa.otherSexual': sexual,
  'sa.childSexualAbuse': sexual,
  'ms.crimes': [
    perHundred,
    trained,
    fromPartners,
    {
      metric: 'intel.modernSlavery',
      ifReporting: 'up',
      ifHarm: 'up',
      reason: 'More is noticed in either case.',
    },
  ],
  'nrm.referrals': [
    trained,
    fromPartners,
    {
      metric: 'nrm.perHundredCrimes',
      ifReporting: 'up',
      ifHarm: 'steady',
      reason: 'First responders who find more victims raise referrals beyond recorded crime.',
    },
  ],
  'intel.modernSlavery': [trained, fromPartners],
}

/** The companions to read a measure beside; none where no reading has been agreed. */
export function readingsOf(metric: string): readonly CompanionReading[] {
  return readings[metric] ?? []
}
