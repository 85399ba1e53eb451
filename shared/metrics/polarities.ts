import type { Polarity } from './metric.ts'

/** Recorded crime of a kind that victims seldom report. */
export const hiddenCrime: Polarity = {
  direction: 'neutral',
  reason:
    'Most of this crime is never reported. More recorded crime can mean more harm, more reporting or better recording, so neither direction is good or bad by itself.',
}

/** Referrals and notifications of people who may be victims. */
export const hiddenVictims: Polarity = {
  direction: 'neutral',
  reason:
    'More referrals can mean more harm or more victims found, so neither direction is good or bad by itself.',
}

/** Counts of work done, which follow demand as much as effort. */
export const activity: Polarity = {
  direction: 'neutral',
  reason:
    'It follows demand as well as effort, so neither direction is good or bad by itself. Read it beside its companions.',
}

/** Shares that describe who or what, not how well. */
export const description: Polarity = {
  direction: 'neutral',
  reason: 'It describes who is affected. Neither direction is good or bad by itself.',
}

/** Intelligence that partners send. */
export const intelligenceFlow: Polarity = {
  direction: 'neutral',
  reason:
    'More intelligence can mean more harm or partners who notice more. A board that wants more submissions may set a direction, with its reason.',
}

/** Cases that end in a charge or summons. */
export const charge: Polarity = {
  direction: 'up',
  reason:
    'A charge brings a suspect before a court; a higher share of closed cases means that more victims see that happen.',
}

/** Cases closed because the victim does not support them. */
export const withdrawal: Polarity = {
  direction: 'down',
  reason:
    'A case that closes without the victim’s support ends without justice; a lower share means that more victims stay with it.',
}
