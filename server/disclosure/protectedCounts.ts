import { feedById, findField } from '../../shared/feeds/feeds.ts'
import { metrics } from '../../shared/metrics/catalogue.ts'
import { countKey, keyText, type CountKey } from '../../shared/metrics/countKey.ts'
import type { Metric } from '../../shared/metrics/metric.ts'
import { isShare } from '../metrics/figures.ts'

/** A count that a metric's points carry. */
export interface CountRef {
  readonly metric: string
  readonly side: 'numerator' | 'denominator'
  readonly key: CountKey
}

/** The counts behind a metric's points, by which they are hidden or shown. */
export interface MetricCounts {
  /** Counts that are protected as they are: the count itself, a share's whole, the records a median is of. */
  readonly wholes: readonly CountRef[]
  /** Whether points also tell how the whole is split in two: a share. */
  readonly split: boolean
}

/** Equal or nearly equal counts of several metrics, protected as one. */
export interface CountFamily {
  readonly id: string
  readonly refs: readonly CountRef[]
  /** Families whose counts add up to this one: nothing is shown of it where one of them is hidden. */
  readonly sumOf: readonly string[]
}

/** The counts that a metric's figures give away. */
export function countsOf(metric: Metric): MetricCounts {
  const { measure, feed, id } = metric
  const ref = (side: CountRef['side'], key: CountKey): CountRef => ({ metric: id, side, key })
  switch (measure.kind) {
    case 'additive':
      return { wholes: [ref('numerator', countKey(measure, feed))], split: false }
    case 'distinct':
      return { wholes: [ref('numerator', countKey({ ...measure, of: 'distinct' }, feed))], split: false }
    case 'ratio': {
      const denominator = ref('denominator', countKey(measure.denominator, feed))
      if (isShare(measure)) return { wholes: [denominator], split: true }
      return { wholes: [ref('numerator', countKey(measure.numerator, feed)), denominator], split: false }
    }
    case 'median': {
      const { where, date } = measure
      const part = { of: 'count', ...(where ? { where } : {}), ...(date ? { date } : {}) } as const
      return { wholes: [ref('denominator', countKey(part, feed))], split: false }
    }
    case 'meanGain':
      return { wholes: [ref('denominator', { base: `gain of ${id}`, fields: {} })], split: false }
    case 'repeatVictims':
      return { wholes: [ref('denominator', { base: `victims of ${id}`, fields: {} })], split: true }
  }
}

/** Every family of the catalogue by its id. */
export const countFamilies: ReadonlyMap<string, CountFamily> = familiesOf(metrics)

/** The family a count belongs to. */
export function familyOf(ref: CountRef): CountFamily {
  const family = countFamilies.get(keyText(ref.key))
  if (!family) throw new Error(`a count without a family: ${ref.metric}`)
  return family
}

function familiesOf(all: readonly Metric[]): Map<string, CountFamily> {
  const grouped = Map.groupBy(
    all.flatMap((metric) => countsOf(metric).wholes),
    ({ key }) => keyText(key),
  )
  const keys = [...grouped.values()].flatMap((refs) => (refs[0] ? [refs[0].key] : []))
  return new Map(
    [...grouped].map(([id, refs]) => [
      id,
      { id, refs, sumOf: refs[0] ? sumOf(refs[0].key, keys).map(keyText) : [] },
    ]),
  )
}

/** Counts that differ from this one in a single field, whose values together are its values: incidents and crimes, for demand. */
function sumOf(key: CountKey, keys: readonly CountKey[]): readonly CountKey[] {
  const feed = (JSON.parse(feedOf(key.base)) as [string])[0]
  const candidates = keys.filter((other) => other.base === key.base && other !== key)
  const fields = new Set(candidates.flatMap((other) => Object.keys(other.fields)))
  for (const field of fields) {
    const wanted = key.fields[field] ?? domainOf(feed, field)
    if (!wanted) continue
    const parts = candidates.filter((other) => {
      const values = other.fields[field]
      return (
        values !== undefined &&
        values.length < wanted.length &&
        values.every((value) => wanted.includes(value)) &&
        keyText({ base: key.base, fields: without(other, field) }) ===
          keyText({ base: key.base, fields: without(key, field) })
      )
    })
    const held = parts.flatMap((part) => part.fields[field] ?? [])
    if (held.length === wanted.length && new Set(held).size === held.length) return parts
  }
  return []
}

/** Bases of counts are lists that begin with the feed; others add up to nothing. */
function feedOf(base: string): string {
  return base.startsWith('[') ? base : '[""]'
}

function without({ fields }: CountKey, field: string): CountKey['fields'] {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== field))
}

/** All values of a closed code list; null for anything else. */
function domainOf(feed: string, field: string): readonly string[] | null {
  const found = feed in feedById ? findField(feedById[feed as keyof typeof feedById], field) : null
  return found?.required === true && found.type.kind === 'code' && found.type.open !== true
    ? found.type.codes.map(({ code }) => code)
    : null
}
