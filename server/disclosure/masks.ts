import { levelId, maskLevels, type MaskLevel } from '../../shared/partnership/disclosureLevel.ts'
import type { PublishedGrain } from '../../shared/partnership/partnership.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import { buildTable, type TableFigures, type TableRules } from './buildTable.ts'
import { loadCounts, metricOf, placesOf, suppliedPeriods } from './loadCounts.ts'
import { countFamilies, countsOf, familyOf, type CountFamily } from './protectedCounts.ts'
import { publishedTablesOf, thresholdOf } from './publishedTablesOf.ts'
import { recall, remember } from './recall.ts'
import { cellState, type TableMask } from './tableMask.ts'

/** The two lines of a share: those it counts, and the rest of the whole. */
export const shareParts = ['counted', 'rest'] as const

/** The mask of a count by place and period, worked out once for each position of the data. */
export function familyMask(reader: MetricsReader, id: string, level: MaskLevel): Promise<TableMask> {
  return reader.masks.get(`${levelId(level)} count ${id}`, () => makeFamily(reader, id, level))
}

/** The mask of how a share splits its whole. */
export function shareMask(reader: MetricsReader, metric: string, level: MaskLevel): Promise<TableMask> {
  return reader.masks.get(`${levelId(level)} share ${metric}`, () => makeShare(reader, metric, level))
}

/** The mask of a count by place, period and one dimension. */
export function breakdownMask(
  reader: MetricsReader,
  { metric, dimension }: { readonly metric: string; readonly dimension: string },
  level: MaskLevel,
): Promise<TableMask> {
  return reader.masks.get(`${levelId(level)} ${dimension} of ${metric}`, () =>
    makeBreakdown(reader, { metric, dimension }, level),
  )
}

async function makeFamily(reader: MetricsReader, id: string, level: MaskLevel): Promise<TableMask> {
  const family = countFamilies.get(id)
  if (!family) throw new Error(`unknown count: ${id}`)
  const { disclosure } = reader.partnership
  const periods = suppliedPeriods(reader)
  const places = placesOf(reader.partnership)
  const loaded = await Promise.all(
    family.refs.map(async ({ metric, side }) => {
      const counts = await loadCounts(reader, { metric, dimension: null, periods })
      return [reader.partnership.code, ...places].map((place) => counts.of(place, '')[side])
    }),
  )
  const sums = await Promise.all(family.sumOf.map((part) => familyMask(reader, part, level)))
  const threshold = Math.max(
    ...family.refs.map(({ metric }) => thresholdOf(metricOf(metric), disclosure, level)),
  )
  return make(reader, {
    name: `count ${id}`,
    level,
    weaker: (other) => familyMask(reader, id, other),
    figures: {
      periods,
      places,
      parts: [''],
      values: (place, _part, period) =>
        loaded.map((lines) => lines[place === null ? 0 : place + 1]?.[period] ?? NaN),
    },
    rules: {
      ...floorsOf(family, reader),
      threshold,
      zeroMayHide: false,
      totals: null,
      sums,
      countsUnits: false,
    },
  })
}

async function makeShare(reader: MetricsReader, metric: string, level: MaskLevel): Promise<TableMask> {
  const definition = metricOf(metric)
  const { disclosure } = reader.partnership
  const periods = suppliedPeriods(reader)
  const places = placesOf(reader.partnership)
  const whole = countsOf(definition).wholes[0]
  const totals = whole ? await familyMask(reader, familyOf(whole).id, level) : null
  const counts = await loadCounts(reader, { metric, dimension: null, periods })
  const lines = [reader.partnership.code, ...places].map((place) => counts.of(place, ''))
  return make(reader, {
    name: `share ${metric}`,
    level,
    weaker: (other) => shareMask(reader, metric, other),
    figures: {
      periods,
      places,
      parts: shareParts,
      values(place, part, period) {
        const line = lines[place === null ? 0 : place + 1]
        const counted = line?.numerator[period] ?? NaN
        return [part === 0 ? counted : (line?.denominator[period] ?? NaN) - counted]
      },
    },
    rules: {
      ...publishedFrom(metric, reader),
      threshold: thresholdOf(definition, disclosure, level),
      zeroMayHide: true,
      totals,
      sums: [],
      countsUnits: true,
    },
  })
}

async function makeBreakdown(
  reader: MetricsReader,
  { metric, dimension }: { readonly metric: string; readonly dimension: string },
  level: MaskLevel,
): Promise<TableMask> {
  const definition = metricOf(metric)
  const { disclosure } = reader.partnership
  const periods = suppliedPeriods(reader)
  const places = placesOf(reader.partnership)
  const whole = countsOf(definition).wholes[0]
  if (!whole) throw new Error(`nothing to protect: ${metric}`)
  const totals = await familyMask(reader, familyOf(whole).id, level)
  const counts = await loadCounts(reader, { metric, dimension, periods })
  const lines = [reader.partnership.code, ...places].map((place) =>
    counts.parts.map((part) => counts.of(place, part)[whole.side]),
  )
  return make(reader, {
    name: `${dimension} of ${metric}`,
    level,
    weaker: (other) => breakdownMask(reader, { metric, dimension }, other),
    figures: {
      periods,
      places,
      parts: counts.parts,
      values: (place, part, period) => [lines[place === null ? 0 : place + 1]?.[part]?.[period] ?? NaN],
    },
    rules: {
      ...publishedFrom(metric, reader),
      threshold: thresholdOf(definition, disclosure, level),
      zeroMayHide: false,
      totals,
      sums: [],
      countsUnits: false,
    },
  })
}

interface Making {
  readonly name: string
  readonly level: MaskLevel
  /** The same table at a weaker level, all of which is hidden here too. */
  weaker(level: MaskLevel): Promise<TableMask>
  readonly figures: TableFigures
  readonly rules: Omit<TableRules, 'before' | 'suppressZero' | 'mostHidden'>
}

async function make(
  reader: MetricsReader,
  { name, level, weaker, figures, rules }: Making,
): Promise<TableMask> {
  const { disclosure } = reader.partnership
  const position = reader.register.position()
  const levels = maskLevels(disclosure)
  const below = levels[levels.findIndex((each) => levelId(each) === levelId(level)) - 1]
  const weak = below ? await weaker(below) : null
  const key = `${isSynthetic(reader) ? 'sample ' : ''}${levelId(level)} ${name}`
  const before = await recall(reader.memory, key, figures)
  const table = await buildTable(figures, {
    ...rules,
    suppressZero: level.suppressZero && rules.threshold > 0,
    mostHidden: disclosure.mostHidden ?? 0.2,
    before(place, part, period) {
      const cell = {
        place: place === null ? null : (figures.places[place] ?? ''),
        part: figures.parts[part] ?? '',
      }
      if (weak && cellState(weak, { ...cell, period }) === 'hidden') return 'hidden'
      return before(place, part, period)
    },
  })
  if (rules.threshold > 1) given.set(table, () => remember(reader.memory, key, { position, table, figures }))
  return table
}

const given = new WeakMap<TableMask, () => Promise<void>>()

/** Notes that a reader is given these tables; only then are they known outside. */
export async function noteGiven(tables: readonly TableMask[]): Promise<void> {
  for (const table of tables) {
    const note = given.get(table)
    given.delete(table)
    await note?.()
  }
}

function isSynthetic({ register }: MetricsReader): boolean {
  return register.visible(null).some(({ synthetic }) => synthetic)
}

function publishedFrom(
  metric: string,
  { partnership }: MetricsReader,
): { whole: PublishedGrain; byPlace: PublishedGrain } {
  const { whole, areas } = publishedTablesOf(metricOf(metric), partnership.disclosure)
  return { whole, byPlace: areas }
}

/** The finest periods that any metric of the family is published at; each metric keeps to its own. */
function floorsOf(
  { refs }: CountFamily,
  reader: MetricsReader,
): { whole: PublishedGrain; byPlace: PublishedGrain } {
  const order: readonly PublishedGrain[] = ['month', 'quarter', 'financialYear', 'none']
  const finest = (grains: readonly PublishedGrain[]) =>
    order.find((grain) => grains.includes(grain)) ?? 'none'
  const each = refs.map(({ metric }) => publishedFrom(metric, reader))
  return {
    whole: finest(each.map(({ whole }) => whole)),
    byPlace: finest(each.map(({ byPlace }) => byPlace)),
  }
}
