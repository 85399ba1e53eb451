import type { Condition, Measure, Metric, Part } from '../../shared/metrics/metric.ts'
import type { FeedId } from '../../shared/feeds/feed.ts'
import type { Total } from './aggregate.ts'
import { fieldsOf } from './condition.ts'
import type { WindowedMeasure } from './windowed.ts'

/** One side of a metric that adds up from months: which feed, which date places it, what is added. */
export interface Side {
  readonly feed: FeedId
  readonly monthColumn: string
  readonly total: Total
  /** Fields a file must supply for this side to be known. */
  readonly needed: readonly string[]
}

/** How a metric's figures come about: added up from monthly totals, or worked out window by window in SQL. */
export type Recipe =
  | {
      readonly kind: 'summed'
      readonly numerator: Side
      readonly denominator: Side | null
      readonly multiplier: number
    }
  | {
      readonly kind: 'windowed'
      readonly measure: WindowedMeasure
      readonly feed: FeedId
      readonly monthColumn: string
      readonly needed: readonly string[]
    }

/** The recipe of a metric, read from its definition alone. */
export function recipeOf(metric: Metric): Recipe {
  const { measure } = metric
  const needs = metric.needs ? fieldsOf(metric.needs) : []
  switch (measure.kind) {
    case 'additive':
      return { kind: 'summed', numerator: sideOf(metric, measure, needs), denominator: null, multiplier: 1 }
    case 'ratio':
      return {
        kind: 'summed',
        numerator: sideOf(metric, measure.numerator, needs),
        denominator: sideOf(metric, measure.denominator, needs),
        multiplier: measure.multiplier,
      }
    case 'meanGain': {
      const side = (of: 'gain' | 'weight'): Side => ({
        feed: metric.feed,
        monthColumn: 'month',
        total: { of, gain: measure, ...(measure.where ? { where: measure.where } : {}) },
        needed: [measure.before, measure.after, measure.weight, ...needs],
      })
      return { kind: 'summed', numerator: side('gain'), denominator: side('weight'), multiplier: 1 }
    }
    case 'distinct':
      return windowedRecipe(metric, measure, [measure.field, ...needs])
    case 'median':
      return windowedRecipe(metric, measure, [measure.from, measure.to, ...needs])
    case 'repeatVictims':
      return windowedRecipe(metric, measure, [measure.victim, ...needs])
  }
}

function sideOf(metric: Metric, part: Part, needs: readonly string[]): Side {
  const feed = part.feed ?? metric.feed
  return {
    feed,
    monthColumn: monthColumn(part.date),
    total: part,
    needed: unique([...needed(part), ...(feed === metric.feed ? needs : [])]),
  }
}

function windowedRecipe(metric: Metric, measure: WindowedMeasure, fields: readonly string[]): Recipe {
  const date = 'date' in measure ? measure.date : undefined
  const from = measure.where ? fieldsOf(measure.where) : []
  return {
    kind: 'windowed',
    measure,
    feed: metric.feed,
    monthColumn: monthColumn(date),
    needed: unique([...fields, ...from]),
  }
}

function needed(part: Part): string[] {
  return [
    ...(part.field ? [part.field] : []),
    ...(part.date ? [part.date] : []),
    ...conditionFields(part.where),
  ]
}

function conditionFields(condition: Condition | undefined): string[] {
  return condition ? fieldsOf(condition) : []
}

/** A feed's own date places records by `month`; a further date by its month column. */
function monthColumn(date: string | undefined): string {
  return date === undefined ? 'month' : `${date}_month`
}

function unique(fields: readonly string[]): string[] {
  return [...new Set(fields)]
}

/** Whether a measure's unit is a share whose numerator is part of its denominator, so that Wilson's interval holds. */
export function isShare(measure: Measure): boolean {
  return (
    measure.kind === 'repeatVictims' ||
    (measure.kind === 'ratio' &&
      measure.multiplier === 100 &&
      measure.denominator.feed === measure.numerator.feed)
  )
}
