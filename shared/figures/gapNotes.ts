import type { Grain } from '../periods/period.ts'
import { periodLabel } from '../periods/periodLabel.ts'
import type { Point } from '../series/series.ts'
import { pointMarker, statusWords } from './pointMarker.ts'

/** The periods without a figure, joined where they follow each other for one reason: "Jan 2020 to Mar 2020 [x]: …". */
export function gapNotes(points: readonly Point[], grain: Grain): string[] {
  const spans: { from: string; to: string; why: string; marker: string; at: number }[] = []
  points.forEach((point, at) => {
    if (point.value !== null) return
    const why = (point.reason ?? statusWords(point.status)).replace(/\.$/, '')
    const marker = pointMarker(point.status) ?? '[x]'
    const last = spans.at(-1)
    if (last && last.at === at - 1 && last.why === why && last.marker === marker) {
      last.to = point.period
      last.at = at
    } else spans.push({ from: point.period, to: point.period, why, marker, at })
  })
  return spans.map(({ from, to, why, marker }) => {
    const when =
      from === to ? periodLabel(from, grain) : `${periodLabel(from, grain)} to ${periodLabel(to, grain)}`
    return `${when} ${marker}: ${why}.`
  })
}
