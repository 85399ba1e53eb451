import { feedById, findField } from '../../shared/feeds/feeds.ts'
import { metrics } from '../../shared/metrics/catalogue.ts'
import { countKey, keyText, slicedKey, type CountKey } from '../../shared/metrics/countKey.ts'
import type { Metric } from '../../shared/metrics/metric.ts'
import type { MaskLevel } from '../../shared/partnership/disclosureLevel.ts'
import type { DisclosurePolicy, PublishedGrain } from '../../shared/partnership/partnership.ts'
import { dimensionOf } from '../metrics/dimension.ts'
import { countsOf, familyOf } from './protectedCounts.ts'

/** What readers without unprotected access may ask of a metric: area × time, and by one of these dimensions at a time. */
export interface PublishedTables {
  readonly breakdowns: readonly string[]
  /** The finest periods; masks may raise them. */
  readonly whole: PublishedGrain
  readonly areas: PublishedGrain
}

// Longer lists make tables of mostly small cells.
const longestList = 12

/** Finest first. */
const publishedGrains: readonly PublishedGrain[] = ['month', 'quarter', 'financialYear', 'none']

/** The coarser of two. */
export function coarser(a: PublishedGrain, b: PublishedGrain): PublishedGrain {
  return publishedGrains.indexOf(a) >= publishedGrains.indexOf(b) ? a : b
}

/** The finest published periods and those above, up to none. */
export function grainsFrom(grain: PublishedGrain): readonly PublishedGrain[] {
  return publishedGrains.slice(publishedGrains.indexOf(grain))
}

/**
 * The tables of a metric that the policy publishes. Without a word from the policy: by area and time, and by each closed
 * list of at most twelve values that neither defines another metric of the feed nor lets a record have several. Shares are
 * published by area and time only. A table one of whose lines is another metric's count is left out unless all of them are.
 */
export function publishedTablesOf(metric: Metric, policy: DisclosurePolicy): PublishedTables {
  const known = found.get(policy) ?? new Map<string, PublishedTables>()
  found.set(policy, known)
  const tables = known.get(metric.id) ?? tablesFor(metric, policy)
  known.set(metric.id, tables)
  return tables
}

// A policy never changes while it is held.
const found = new WeakMap<DisclosurePolicy, Map<string, PublishedTables>>()

function tablesFor(metric: Metric, policy: DisclosurePolicy): PublishedTables {
  const rule = policy.tables?.[metric.id]
  const floor = policy.floor ?? 'month'
  const isSupply = metric.theme === 'records' && metric.id !== 'crime.recorded'
  const wanted = rule?.breakdowns ?? metric.breakdowns.filter((name) => isOffered(metric, name))
  return {
    breakdowns: countsOf(metric).split ? [] : wanted.filter((name) => isSeparate(metric, name, policy)),
    whole: coarser(floor, rule?.whole ?? 'month'),
    // Records supplied differ from what is measured by a few rows, which a district's figures would show.
    areas: coarser(floor, rule?.areas ?? (isSupply && thresholdOf(metric, policy) > 0 ? 'none' : 'month')),
  }
}

/** The least count of a metric that is not small: the level's, unless the policy has one for the metric. */
export function thresholdOf(
  metric: Pick<Metric, 'id'>,
  policy: DisclosurePolicy,
  level: MaskLevel = policy,
): number {
  return policy.tables?.[metric.id]?.threshold ?? level.threshold
}

/** The metric whose count each line of a table is, where all lines are counts of other metrics; null otherwise. */
export function linesElsewhere(metric: Metric, name: string): ReadonlyMap<string, string> | null {
  const whole = countsOf(metric).wholes[0]
  const codes = codesOf(metric, name)
  if (!whole || !codes) return null
  const { sumOf } = familyOf(whole)
  const slices = codes.map((code) => [code, keyText(slicedKey(whole.key, name, code))] as const)
  return slices.length === sumOf.length && slices.every(([, key]) => sumOf.includes(key))
    ? new Map(slices)
    : null
}

function isOffered(metric: Metric, name: string): boolean {
  if (metric.theme === 'records') return false
  const dimension = dimensionOf(feedById[metric.feed], name)
  const field = findField(feedById[metric.feed], name)
  if (!dimension || dimension.several || dimension.codes.length === 0) return false
  if (linesElsewhere(metric, name)) return true
  const isOpen = field?.type.kind === 'code' && field.type.open === true
  return !isOpen && dimension.codes.length <= longestList && !definesOthers(metric, name)
}

/** Whether other metrics of the feed are defined by the field: their counts and this table's lines would be close to each other. */
function definesOthers(metric: Metric, name: string): boolean {
  return metrics.some(
    (other) =>
      other.id !== metric.id &&
      other.feed === metric.feed &&
      keysOf(other).some(({ fields }) => name in fields),
  )
}

/** Whether no line of the table is a count that is published elsewhere too, where it would be protected otherwise. */
function isSeparate(metric: Metric, name: string, policy: DisclosurePolicy): boolean {
  const whole = countsOf(metric).wholes[0]
  if (!whole || thresholdOf(metric, policy) === 0 || linesElsewhere(metric, name)) return true
  // What a sum is made of is published by itself.
  if (familyOf(whole).sumOf.length > 0) return false
  const codes = codesOf(metric, name)
  if (!codes) return true
  const lines = codes.map((code) => slicedKey(whole.key, name, code))
  const earlier = metrics.slice(0, metrics.indexOf(metric)).flatMap((other) => {
    const key = countsOf(other).wholes[0]?.key
    const others = policy.tables?.[other.id]?.breakdowns ?? []
    return key
      ? others.flatMap((each) => codesOf(other, each)?.map((code) => slicedKey(key, each, code)) ?? [])
      : []
  })
  const elsewhere = [...metrics.filter(({ id }) => id !== metric.id).flatMap(keysOf), ...earlier]
  return !lines.some((line) => elsewhere.some((other) => isWithin(line, other, name)))
}

/** Whether a line is the other count, or one of the values it is put together from. */
function isWithin(line: CountKey, other: CountKey, name: string): boolean {
  const values = other.fields[name]
  const value = line.fields[name]?.[0] ?? ''
  if (keyText(line) === keyText(other)) return true
  return values?.includes(value) === true && keyText(line) === keyText(slicedKey(other, name, value))
}

function codesOf(metric: Metric, name: string): readonly string[] | null {
  const dimension = dimensionOf(feedById[metric.feed], name)
  const type = findField(feedById[metric.feed], name)?.type
  if (!dimension || !type) return null
  return type.kind === 'flag' ? ['true', 'false'] : dimension.codes.map(({ code }) => code)
}

/** Every count a metric rests on. */
function keysOf(metric: Metric): CountKey[] {
  const { measure, feed } = metric
  const keys = countsOf(metric).wholes.map(({ key }) => key)
  return measure.kind === 'ratio' ? [...keys, countKey(measure.numerator, feed)] : keys
}
