import type { PointStatus } from '../../shared/series/series.ts'
import { fromIndex } from '../../shared/periods/month.ts'
import { periodLabel } from '../../shared/periods/periodLabel.ts'
import { isFinal, quarterStart, type MonthSupply, type Supply } from './supply.ts'
import type { Window } from './window.ts'

/** Why a month has no figure of its own where a quarter was sent as one. */
export const suppliedQuarterly = 'Supplied quarterly: choose quarters to see it.'

/** One month's or quarter's cell to be added up. */
export interface Piece {
  readonly grain: 'month' | 'quarter'
  readonly month: number
}

/** What is held of a window: the status its point will have, and the cells that make it up. */
export interface WindowSupply {
  readonly status: Exclude<PointStatus, 'suppressed'>
  readonly reason?: string
  readonly pieces: readonly Piece[]
  readonly present: number
  readonly expected: number
}

/** Judges a window for one area: complete, provisional, incomplete or missing, month by month or by whole quarters. */
export function windowSupply(
  supply: Supply,
  window: Window,
  request: { readonly area: string; readonly lag: number },
): WindowSupply {
  const { area, lag } = request
  const pieces: Piece[] = []
  const gaps: { month: number; supply: MonthSupply }[] = []
  let provisional = false
  let present = 0
  for (let month = window.from; month <= window.to; month++) {
    const held = supply.of(month, area)
    if (held.state === 'supplied') {
      pieces.push({ grain: 'month', month })
      present++
      provisional ||= !isFinal(month, held.asAt, lag)
      continue
    }
    const start = quarterStart(month)
    const wholeQuarter = start >= window.from && start + 2 <= window.to
    const quarter = wholeQuarter ? supply.quarter(start, area) : null
    if (quarter?.state === 'supplied') {
      // The quarter's own figure stands for all its months, so months of it that came singly are not added again.
      while (pieces.at(-1)?.grain === 'month' && (pieces.at(-1)?.month ?? 0) >= start) pieces.pop()
      pieces.push({ grain: 'quarter', month: start })
      present += start + 3 - month
      provisional ||= !isFinal(start + 2, quarter.asAt, lag)
      month = start + 2
      continue
    }
    // What some agencies sent counts towards the sum so far, never towards a figure.
    if (held.state === 'partly') pieces.push({ grain: 'month', month })
    gaps.push({ month, supply: held })
  }
  const expected = window.to - window.from + 1
  const gap = gaps[0]
  if (!gap) return { status: provisional ? 'provisional' : 'final', pieces, present, expected }
  return { ...judgeGaps(gaps), pieces, present, expected }
}

function judgeGaps(
  gaps: readonly { month: number; supply: MonthSupply }[],
): Pick<WindowSupply, 'status' | 'reason'> {
  const lacking = gaps.find(({ supply }) => supply.state === 'lacking')
  if (lacking?.supply.state === 'lacking') {
    return {
      status: 'notAvailable',
      reason: `The files sent do not say what this measure needs (${lacking.supply.fields.join(', ')}).`,
    }
  }
  const quarterly = gaps.find(({ supply }) => supply.state === 'quarterly')
  if (quarterly) return { status: 'notApplicable', reason: suppliedQuarterly }
  const partly = gaps.find(({ supply }) => supply.state === 'partly')
  const named = gaps.slice(0, 3).map(({ month }) => periodLabel(fromIndex(month), 'month'))
  const list = gaps.length > 3 ? `${named.join(', ')} and ${gaps.length - 3} more` : named.join(', ')
  if (partly?.supply.state === 'partly') {
    return { status: 'incomplete', reason: `${partly.supply.missing.join(', ')}: not received for ${list}.` }
  }
  return { status: 'missing', reason: `Nothing received for ${list}.` }
}
