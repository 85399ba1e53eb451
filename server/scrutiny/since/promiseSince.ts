import type { PromiseEntry, PromiseSince, TargetReading } from '../../../shared/scrutiny/question.ts'
import { lastMonthOf } from '../../../shared/periods/period.ts'
import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import { QueryRefusal } from '../../metrics/queryRefusal.ts'
import type { Freezing } from '../questions/freezeFigure.ts'
import { figureSince } from './figureSince.ts'
import { seriesNow } from './seriesNow.ts'

/**
 * What became of a promise: its figure since the day it was given, and whether the latest final figure up to the day it
 * was due for has come to the target. Null for a promise that no figure can show.
 */
export async function promiseSince(freezing: Freezing, promise: PromiseEntry): Promise<PromiseSince | null> {
  if (promise.measure === null || promise.citation === null) return null
  const figure = await figureSince(freezing, { citation: promise.citation, day: promise.given })
  return { promise: promise.number, figure, target: await targetOf(freezing, promise) }
}

async function targetOf(freezing: Freezing, { measure, given, due }: PromiseEntry): Promise<TargetReading> {
  if (measure === null) return { kind: 'unknown', why: 'No figure was agreed.' }
  try {
    const { result } = await seriesNow(freezing, measure.query)
    const { grain } = result.query
    const point = result.series[0]?.points.findLast(({ period, status, value }) => {
      const last = lastMonthOf(period, grain)
      return status === 'final' && value !== null && last <= due.slice(0, 7) && last > given.slice(0, 7)
    })
    if (point === undefined || point.value === null)
      return { kind: 'unknown', why: 'There is no final figure yet between the promise and its day.' }
    const met =
      measure.direction === 'atLeast' ? point.value >= measure.target : point.value <= measure.target
    return {
      kind: met ? 'met' : 'notMet',
      at: { label: periodLabel(point.period, grain), value: point.value },
    }
  } catch (error) {
    if (error instanceof QueryRefusal) return { kind: 'unknown', why: error.message }
    throw error
  }
}
