import type { Annotation } from '../../../shared/annotations/annotation.ts'
import { countingChanges } from '../../../shared/metrics/calendar.ts'
import { addMonths } from '../../../shared/periods/month.ts'
import { firstMonthOf, lastMonthOf } from '../../../shared/periods/period.ts'
import { spokenPeriodLabel } from '../../../shared/periods/periodLabel.ts'
import {
  greatestChance,
  specialCauseOf,
  yearChangeOf,
  type LineFinding,
} from '../../../shared/scrutiny/lineTests.ts'
import { noveltyOf } from '../../../shared/scrutiny/ranking.ts'
import type { EvidenceFigure, Signal, SignalFacts } from '../../../shared/scrutiny/signal.ts'
import type { SeriesQueryInput } from '../../../shared/series/seriesQuery.ts'
import { eventsOf } from '../../signals/eventsOf.ts'
import { judgedLine, lineBefore, reachOf } from './judgedLine.ts'
import type { Line } from './signalSource.ts'

/** A test that was made: its chance, and the signal it raises if that is small enough. */
export interface Test {
  readonly p: number
  readonly raise: (() => Signal) | null
}

export interface Looking {
  /** Months of new figures: those since the last edition, or one. */
  readonly newMonths: number
  /** How long ago the figures were last looked at, in months: what was there then is not new. */
  readonly lookedAt: number
  readonly annotations: readonly Annotation[]
}

type TimeTest = 'specialCause' | 'yearChange'

/** The tests of one line over time: special causes of its chart, and change on the same months of the year before. */
export function lineTestsOf(line: Line, looking: Looking): Test[] {
  const judged = judgedLine(line)
  if (!judged) return []
  const newPeriods = periodsIn(line, looking.newMonths)
  const shift = specialCauseOf(judged, { newPeriods })
  const year = yearChangeOf(judged)
  const test = (kind: TimeTest, found: typeof shift): Test[] => {
    if (!found) return []
    const { finding } = found
    return [{ p: found.p, raise: finding && (() => signalOf(line, { kind, finding, looking })) }]
  }
  return [...test('specialCause', shift), ...test('yearChange', year)]
}

function periodsIn({ grain }: Line, months: number): number {
  return Math.max(1, grain === 'quarter' ? Math.round(months / 3) : months)
}

function signalOf(
  line: Line,
  request: { readonly kind: TimeTest; readonly finding: LineFinding; readonly looking: Looking },
): Signal {
  const { kind, finding } = request
  const { metric, place, part, grain } = line
  const query = queryOf(line)
  const label = (period: string) => spokenPeriodLabel(period, grain)
  const unit = metric.unit
  const figures: EvidenceFigure[] =
    kind === 'specialCause'
      ? [
          {
            label: label(finding.period),
            value: finding.now,
            unit,
            query: {
              ...query,
              from: monthsOf(line, finding.period).from,
              to: monthsOf(line, finding.period).to,
            },
          },
          {
            label: `mean from ${label(finding.since)} to ${label(finding.period)}`,
            value: finding.after,
            unit,
            query: { ...query, ...monthsOf(line, finding.since, finding.period) },
          },
        ]
      : [
          {
            label: `${label(finding.since)} to ${label(finding.period)}`,
            value: finding.now,
            unit,
            query: {
              ...query,
              ...monthsOf(line, finding.since, finding.period),
              compare: 'samePeriodLastYear',
            },
          },
        ]
  return {
    id: signalId({
      kind,
      metric: metric.id,
      place: place.code,
      part: part?.value ?? null,
      direction: finding.direction,
    }),
    metric: metric.id,
    place,
    part,
    grain,
    period: finding.period,
    direction: finding.direction,
    facts: factsOf(line, request),
    p: finding.p,
    size: finding.size,
    novelty: noveltyOf(finding.size, foundBefore(line, request)),
    reach: reachOf(line),
    evidence: figures,
  }
}

function factsOf(
  line: Line,
  { kind, finding, looking }: { kind: TimeTest; finding: LineFinding; looking: Looking },
): SignalFacts {
  if (kind === 'specialCause') {
    const { length, since, now, after, before, beforeLength } = finding
    return { kind, length, since, now, after, before, beforeLength }
  }
  const { metric, place, grain } = line
  const last = lastMonthOf(finding.period, grain)
  const events = eventsOf(looking.annotations, { metric, area: place.code })
  const spanned = countingChanges(events, addMonths(firstMonthOf(finding.since, grain), -12), last)
  return {
    kind,
    now: finding.now,
    base: finding.before,
    since: finding.since,
    length: finding.length,
    spanned: spanned.map(({ title }) => title),
  }
}

/** The same signal as it was when the figures were last looked at; null where it was not there. */
function foundBefore(
  line: Line,
  { kind, finding, looking }: { kind: TimeTest; finding: LineFinding; looking: Looking },
): LineFinding | null {
  const judged = judgedLine(lineBefore(line, looking.lookedAt))
  if (!judged) return null
  const found =
    kind === 'specialCause'
      ? specialCauseOf(judged, { newPeriods: periodsIn(line, looking.newMonths) })
      : yearChangeOf(judged)
  const before = found?.finding
  return before && before.p <= greatestChance && before.direction === finding.direction ? before : null
}

/** The query that gives a line, without its months. */
export function queryOf({
  metric,
  place,
  part,
  grain,
}: Pick<Line, 'metric' | 'place' | 'part' | 'grain'>): SeriesQueryInput {
  return {
    metric: metric.id,
    grain,
    areas: place.isWhole ? [] : [place.code],
    filters: part ? { [part.dimension]: [part.value] } : {},
  }
}

function monthsOf({ grain }: Line, first: string, last = first) {
  return { from: firstMonthOf(first, grain), to: lastMonthOf(last, grain) }
}

/** Names a signal without saying how large it is. */
export function signalId(named: {
  readonly kind: string
  readonly metric: string
  readonly place: string
  readonly part: string | null
  readonly direction: string | null
}): string {
  const { kind, metric, place, part, direction } = named
  return [kind, metric, place, part, direction].filter((each) => each !== null).join('~')
}
