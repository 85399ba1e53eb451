import { spokenPeriodLabel } from '../../../shared/periods/periodLabel.ts'
import { firstMonthOf, lastMonthOf } from '../../../shared/periods/period.ts'
import {
  greatestChance,
  specialCauseOf,
  type JudgedLine,
  type LineFinding,
} from '../../../shared/scrutiny/lineTests.ts'
import { noveltyOf } from '../../../shared/scrutiny/ranking.ts'
import type { DivergenceFacts, Signal } from '../../../shared/scrutiny/signal.ts'
import { shiftOver, type RecentShift } from '../../../shared/statistics/recentShift.ts'
import { studentTwoSided } from '../../../shared/statistics/studentT.ts'
import { judgedLine, lineBefore, reachOf } from './judgedLine.ts'
import { queryOf, signalId, type Looking, type Test } from './lineSignals.ts'
import type { Line } from './signalSource.ts'

/** A stretch shorter than this many months says nothing about two measures that should move together. */
const shortest = 3

/** Within this many standard errors of no change a companion has not moved. */
const flatWithin = 1.96

/**
 * Measures that usually move together and did not: where a count has a special cause of three months or more, each of
 * its companions that is a count too is looked at over the same months. A rise beside a companion that stayed or fell,
 * or a fall beside one that rose, is a divergence if the two relative changes differ by more than chance.
 */
export function divergenceTestsOf(
  line: Line,
  { companions, looking }: { readonly companions: readonly Line[]; readonly looking: Looking },
): Test[] {
  if (line.part !== null || line.metric.measure.kind !== 'additive') return []
  const judged = judgedLine(line)
  const found = judged && specialCauseOf(judged, { newPeriods: looking.newMonths })?.finding
  if (!judged || !found || found.length < shortest || found.p > greatestChance) return []
  return companions.flatMap((companion): Test[] => {
    if (companion.metric.measure.kind !== 'additive' || companion.grain !== line.grain) return []
    const diverged = compare(judged, found, companion)
    if (!diverged) return []
    const { p, facts } = diverged
    return [{ p, raise: facts && (() => signalOf(line, { companion, found, p, facts, looking })) }]
  })
}

interface Diverged {
  readonly p: number
  readonly facts: DivergenceFacts | null
}

function compare(own: JudgedLine, found: LineFinding, companion: Line): Diverged | null {
  const other = judgedLine(companion)
  if (!other) return null
  const mine = over(own, found)
  const theirs = over(other, found)
  if (!mine || !theirs || mine.before <= 0 || theirs.before <= 0 || mine.after <= 0 || theirs.after <= 0)
    return null
  const change = ({ after, before }: RecentShift) => Math.log(after / before)
  const error = ({ error: each, before }: RecentShift) => each / before
  const gap = (change(mine) - change(theirs)) / Math.hypot(error(mine), error(theirs))
  const p = studentTwoSided(gap, Math.max(2, own.points.length - 2))
  const moved = change(theirs) / error(theirs)
  const isUp = found.direction === 'up'
  const did = Math.abs(moved) < flatWithin ? 'flat' : moved > 0 === isUp ? 'same' : 'opposite'
  // A companion that stays while the measure falls leaves nothing to ask.
  if (did === 'same' || (did === 'flat' && !isUp)) return { p: 1, facts: null }
  return {
    p,
    facts: {
      kind: 'divergence',
      companion: companion.metric.id,
      length: found.length,
      since: found.since,
      own: { after: found.after, before: found.before },
      other: plainMeans(other, found),
      companionDid: did,
    },
  }
}

/** The stretch of a finding on another line's own final periods; null where they do not reach into it far enough. */
function over(line: JudgedLine, { since, period, length }: LineFinding): RecentShift | null {
  const final = line.points.filter(
    ({ excluded, adjusted, x }) => !excluded && adjusted !== null && x <= period,
  )
  const segment = final.at(-1)?.segment
  const own = final.filter((point) => point.segment === segment)
  const inside = own.filter(({ x }) => x >= since).length
  if (inside < Math.min(shortest, length) || own.length - inside < 12) return null
  return shiftOver(
    own.map(({ adjusted }) => adjusted ?? 0),
    inside,
  )
}

function plainMeans({ points }: JudgedLine, { since, period }: LineFinding) {
  const final = points.filter(({ excluded, y, x }) => !excluded && y !== null && x <= period)
  const mean = (side: typeof final) =>
    side.reduce((sum, { y }) => sum + (y ?? 0), 0) / Math.max(1, side.length)
  return {
    after: mean(final.filter(({ x }) => x >= since)),
    before: mean(final.filter(({ x }) => x < since)),
  }
}

function signalOf(
  line: Line,
  request: {
    readonly companion: Line
    readonly found: LineFinding
    readonly p: number
    readonly facts: DivergenceFacts
    readonly looking: Looking
  },
): Signal {
  const { companion, found, p, facts, looking } = request
  const { metric, place, grain } = line
  const span = { from: firstMonthOf(found.since, grain), to: lastMonthOf(found.period, grain) }
  const label = `mean from ${spokenPeriodLabel(found.since, grain)} to ${spokenPeriodLabel(found.period, grain)}`
  return {
    id: signalId({
      kind: 'divergence',
      metric: metric.id,
      place: place.code,
      part: companion.metric.id,
      direction: found.direction,
    }),
    metric: metric.id,
    place,
    part: null,
    grain,
    period: found.period,
    direction: found.direction,
    facts,
    p,
    size: found.size,
    novelty: noveltyOf(found.size, sizeBefore(line, companion, looking)),
    reach: reachOf(line),
    evidence: [
      { label, value: facts.own.after, unit: metric.unit, query: { ...queryOf(line), ...span } },
      {
        label: `${companion.metric.name}, ${label}`,
        value: facts.other.after,
        unit: companion.metric.unit,
        query: { ...queryOf(companion), ...span },
      },
    ],
  }
}

function sizeBefore(line: Line, companion: Line, looking: Looking): { readonly size: number } | null {
  const judged = judgedLine(lineBefore(line, looking.lookedAt))
  const found = judged && specialCauseOf(judged, { newPeriods: looking.newMonths })?.finding
  if (!judged || !found || found.length < shortest || found.p > greatestChance) return null
  const diverged = compare(judged, found, companion)
  return diverged?.facts && diverged.p <= greatestChance ? found : null
}
