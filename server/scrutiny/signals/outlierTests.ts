import type { Metric } from '../../../shared/metrics/metric.ts'
import type { Partnership } from '../../../shared/partnership/partnership.ts'
import { addMonths, fromIndex, isMonth, toIndex } from '../../../shared/periods/month.ts'
import { spokenPeriodLabel } from '../../../shared/periods/periodLabel.ts'
import { greatestChance } from '../../../shared/scrutiny/lineTests.ts'
import { noveltyOf } from '../../../shared/scrutiny/ranking.ts'
import type { Signal } from '../../../shared/scrutiny/signal.ts'
import { apartFromOthers, type Apart, type AreaParts } from '../../../shared/statistics/apartFromOthers.ts'
import { funnel } from '../../../shared/statistics/funnel.ts'
import { isShare } from '../../metrics/figures.ts'
import { residentsOf } from '../../metrics/population.ts'
import { lineBefore, newestFinal, reachOf } from './judgedLine.ts'
import { queryOf, signalId, type Test } from './lineSignals.ts'
import type { Line } from './signalSource.ts'

const yearLength = 12

/**
 * Each area against the others over its newest twelve final months: a signal where the funnel of the districts tab puts
 * it beyond the 99.8 % limits and it lies farther from the others than they lie from each other. Only for counts with a
 * rate and for shares, whose months can be added up, and only where every month of every area is known to this reader.
 */
export function outlierTestsOf(
  lines: readonly Line[],
  { partnership, lookedAt }: { readonly partnership: Partnership; readonly lookedAt: number },
): Test[] {
  const areas = lines.filter(({ place, part, grain }) => !place.isWhole && part === null && grain === 'month')
  const metric = areas[0]?.metric
  const statistic = metric && statisticOf(metric)
  if (!metric || !statistic || areas.length < partnership.areas.length) return []
  const judged = judge(areas, { metric, statistic, partnership })
  if (!judged) return []
  const before = judge(
    areas.map((line) => lineBefore(line, lookedAt)),
    { metric, statistic, partnership },
  )
  const unit = statistic === 'rate' ? ('rate' as const) : metric.unit
  const multiplier = multiplierOf(metric, statistic)
  return judged.found.map(({ apart, beyond }): Test => {
    const line = areas.find(({ place }) => place.code === apart.area)
    if (!beyond || !line) return { p: beyond ? apart.p : 1, raise: null }
    const size = sizeOf(apart)
    const earlier = before?.found.find((each) => each.apart.area === apart.area)
    const was =
      earlier?.beyond === true && earlier.apart.p <= greatestChance && sizeOf(earlier.apart) * size > 0
        ? { size: sizeOf(earlier.apart) }
        : null
    return {
      p: apart.p,
      raise: (): Signal => ({
        id: signalId({
          kind: 'outlier',
          metric: metric.id,
          place: apart.area,
          part: null,
          direction: size > 0 ? 'up' : 'down',
        }),
        metric: metric.id,
        place: line.place,
        part: null,
        grain: 'month',
        period: judged.last,
        direction: size > 0 ? 'up' : 'down',
        facts: {
          kind: 'outlier',
          value: apart.value * multiplier,
          others: apart.others * multiplier,
          unit,
          per: statistic === 'rate' ? metric.ratePer : null,
        },
        p: apart.p,
        size,
        novelty: noveltyOf(size, was),
        reach: reachOf(line),
        evidence: [
          {
            label: `twelve months to ${spokenPeriodLabel(judged.last, 'month')}`,
            value: apart.value * multiplier,
            unit,
            query: {
              ...queryOf(line),
              from: addMonths(judged.last, 1 - yearLength),
              to: judged.last,
              basis: statistic === 'rate' ? 'rate' : 'count',
            },
          },
        ],
      }),
    }
  })
}

interface Request {
  readonly metric: Metric
  readonly statistic: 'rate' | 'proportion'
  readonly partnership: Partnership
}

/** Every area over the newest twelve months that are final for all of them; null where one of those is not known. */
function judge(areas: readonly Line[], { metric, statistic, partnership }: Request) {
  const newest = areas.map(newestFinal)
  const last = newest.toSorted((a, b) => (a ?? '').localeCompare(b ?? ''))[0]
  if (last == null || !isMonth(last)) return null
  const from = addMonths(last, 1 - yearLength)
  const parts: AreaParts[] = []
  for (const { place, points } of areas) {
    const year = points.filter(({ period }) => period >= from && period <= last)
    if (
      year.length < yearLength ||
      year.some(({ status, numerator }) => status !== 'final' || numerator === null)
    )
      return null
    const numerator = year.reduce((sum, point) => sum + (point.numerator ?? 0), 0)
    const denominator =
      statistic === 'proportion'
        ? year.reduce((sum, point) => sum + (point.denominator ?? 0), 0)
        : (residentsOf(partnership, place.code, {
            period: fromIndex(toIndex(last)),
            from: toIndex(from),
            to: toIndex(last),
          })?.persons ?? 0)
    if (denominator <= 0) return null
    parts.push({ area: place.code, numerator, denominator })
  }
  const drawn = funnel(statistic, parts, multiplierOf(metric, statistic))
  if (drawn.kind === 'refused') return null
  const found = apartFromOthers(statistic, parts).map((apart) => ({
    apart,
    beyond: drawn.areas.find(({ area }) => area === apart.area)?.significance.endsWith('(0.001)') === true,
  }))
  return { last, found }
}

function statisticOf({ measure, ratePer, feed }: Metric): Request['statistic'] | null {
  if (isShare(measure)) return 'proportion'
  // People come to events in groups, so that chance for independent events does not hold for them.
  return measure.kind === 'additive' && ratePer !== null && feed !== 'attendance' ? 'rate' : null
}

function multiplierOf({ ratePer }: Metric, statistic: Request['statistic']): number {
  return statistic === 'proportion' ? 100 : (ratePer ?? 1000)
}

function sizeOf({ value, others }: Apart): number {
  return others === 0 ? 1 : (value - others) / others
}
