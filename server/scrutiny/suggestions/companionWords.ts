import { metricById } from '../../../shared/metrics/catalogue.ts'
import type { Metric } from '../../../shared/metrics/metric.ts'
import { addMonths, monthsBetween, type Month } from '../../../shared/periods/month.ts'
import { firstMonthOf, lastMonthOf, monthsPerPeriod } from '../../../shared/periods/period.ts'
import type { Signal } from '../../../shared/scrutiny/signal.ts'
import type { CompanionWords } from '../../../shared/scrutiny/suggestion.ts'
import { each, level } from '../../../shared/scrutiny/wording/findingWords.ts'
import { spanWords } from '../../../shared/scrutiny/wording/spanWords.ts'
import { shiftOver } from '../../../shared/statistics/recentShift.ts'
import { judgedLine } from '../signals/judgedLine.ts'
import type { Line } from '../signals/signalSource.ts'

const mostShown = 4
const leastBefore = 12
/** A companion has moved if chance alone would show as much in one series of a hundred. */
const movedBelow = 0.01

/** What the companions of a measure did in the same place over the same months, against what they did before. */
export function companionWords(
  head: Signal,
  { metric, lines }: { readonly metric: Metric; readonly lines: readonly Line[] },
): CompanionWords[] {
  const span = spanOf(head)
  return metric.companions
    .flatMap((id): CompanionWords[] => {
      const companion = metricById(id)
      const line = lines.find(
        (each) => each.metric.id === id && each.part === null && each.place.code === head.place.code,
      )
      const words = companion && line && wordsOf(line, span)
      return words ? [{ metric: id, name: companion.name, words }] : []
    })
    .slice(0, mostShown)
}

interface Span {
  readonly from: Month
  readonly to: Month
}

function spanOf({ facts, period, grain }: Signal): Span {
  const to = lastMonthOf(period, grain)
  const since =
    facts.kind === 'specialCause' || facts.kind === 'divergence' || facts.kind === 'yearChange'
      ? firstMonthOf(facts.since, grain)
      : addMonths(to, -2)
  // One month of a companion says little: a quarter of a year is looked at.
  return { from: monthsBetween(since, to) < 2 ? addMonths(to, -2) : since, to }
}

function wordsOf(line: Line, { from, to }: Span): string | null {
  const judged = judgedLine(line)
  if (!judged) return null
  const { unit } = line.metric
  const final = judged.points.filter(
    ({ excluded, y, x }) => !excluded && y !== null && firstMonthOf(x, line.grain) <= to,
  )
  const segment = final.at(-1)?.segment
  const own = final.filter((point) => point.segment === segment)
  const recent = own.filter(({ x }) => lastMonthOf(x, line.grain) >= from)
  const earlier = own.slice(0, own.length - recent.length)
  const [first, last] = [recent[0], recent.at(-1)]
  if (!first || !last || earlier.length < leastBefore * (1 / monthsPerPeriod(line.grain))) return null
  const shift = shiftOver(
    own.map(({ adjusted }) => adjusted ?? 0),
    recent.length,
  )
  const mean = (points: typeof own) => points.reduce((sum, { y }) => sum + (y ?? 0), 0) / points.length
  const [before, after] = [mean(earlier), mean(recent)]
  const figures = `an average of ${level(after, unit)}${each(unit, line.grain)} ${spanWords(first.x, last.x, line.grain)}, against ${level(before, unit)} before`
  if (!shift || shift.p > movedBelow) return `no unusual change: ${figures}`
  return `${shift.after > shift.before ? 'rose' : 'fell'}: ${figures}`
}
