import type { FeedId } from '../../shared/feeds/feed.ts'
import type { Cell } from './aggregate.ts'
import type { Figure, FigureSource, Line } from './figure.ts'
import { selectionOf, sideSupply } from './sideSupply.ts'
import type { Recipe, Side } from './figures.ts'
import type { HeldTotals, MetricsReader } from './metricsReader.ts'
import type { Plan } from './plan.ts'
import type { Supply } from './supply.ts'
import type { Since, Visible } from './visibleRows.ts'
import { windowSupply, type WindowSupply } from './windowSupply.ts'

interface LoadedSide extends HeldTotals {
  readonly supply: Supply
}

/** Figures that add up from months: counts, sums, ratios and mean gains. */
export async function summedFigures(
  reader: MetricsReader,
  plan: Plan,
  { recipe, visible }: { readonly recipe: Extract<Recipe, { kind: 'summed' }>; readonly visible: Visible },
): Promise<FigureSource> {
  const [numerator, denominator] = await Promise.all([
    load(reader, plan, { side: recipe.numerator, visible }),
    recipe.denominator ? load(reader, plan, { side: recipe.denominator, visible }) : null,
  ])
  const whole = reader.partnership.code
  const combinations = combinationsOf(plan, denominator ? [numerator, denominator] : [numerator])
  const totalOf = (side: LoadedSide, line: Line, pieces: WindowSupply['pieces']) => {
    const areas = line.area === whole ? [...side.areas] : [line.area]
    let sum = 0
    for (const area of areas) {
      const months = side.totals.get(JSON.stringify([area, ...line.breakdown]))
      if (months) for (const { grain, month } of pieces) sum += months.get(`${grain} ${month}`) ?? 0
    }
    return sum
  }
  return {
    range: numerator.supply.range,
    notes: notesOf(plan),
    leftOut: 0,
    breakdownsOf: () => combinations,
    holds: (area) => numerator.areas.has(area),
    figures: async (line, windows) =>
      windows.map((window): Figure => {
        const judge = (side: LoadedSide) =>
          windowSupply(side.supply, window, { area: line.area, lag: plan.metric.provisionalLag })
        const upper = judge(numerator)
        const top = totalOf(numerator, line, upper.pieces)
        if (!denominator) return { supply: upper, numerator: top, denominator: null, value: top }
        const lower = judge(denominator)
        const bottom = totalOf(denominator, line, lower.pieces)
        const value = bottom === 0 ? null : (top / bottom) * recipe.multiplier
        return { supply: worse(upper, lower), numerator: top, denominator: bottom, value }
      }),
  }
}

async function load(
  reader: MetricsReader,
  plan: Plan,
  { side, visible }: { side: Side; visible: Visible },
): Promise<LoadedSide> {
  const key = [
    reader.register.position(),
    side.feed,
    side.monthColumn,
    side.total,
    plan.breakdown.map(({ name }) => name),
    plan.query.filters,
  ]
  const now = selectionOf(side, plan, null)
  const change = visible === null ? null : since(reader, side.feed, visible)
  const [supply, today, changed] = await Promise.all([
    sideSupply(reader, plan, { ...side, where: side.total.where }),
    reader.totalsHeld.get(JSON.stringify(key), async () => indexed(await reader.totals.of(now, side.total))),
    // An earlier position differs from now in few rows: reading those is quicker than reading all of them again.
    change === null
      ? null
      : reader.totalsHeld.get(JSON.stringify([...key, change]), async () =>
          indexed(await reader.totals.of(now, side.total, change)),
        ),
  ])
  return { supply, ...(changed ? added(today, changed) : today) }
}

/**
 * What happened to a feed's rows since an earlier position; null where nothing did. Only the feed's own submissions put
 * rows in or take them out, but for the first real one, which takes out the sample of every feed.
 */
function since(reader: MetricsReader, feed: FeedId, earlier: readonly number[]): Since | null {
  const now = reader.register.visible(null)
  const later = now.filter(({ number }) => !earlier.includes(number))
  const own = later.filter((submission) => submission.feed === feed).map(({ number }) => number)
  const first = now.find(({ synthetic }) => !synthetic)
  const endsSample = first !== undefined && first.feed !== feed && later.includes(first)
  const withdrawn = endsSample ? [first.number, ...own] : own
  return withdrawn.length === 0 ? null : { earlier, added: own, withdrawn }
}

function indexed(cells: readonly Cell[]): HeldTotals {
  const totals: Map<string, Map<string, number>> = new Map()
  const areas = new Set<string>()
  for (const { area, breakdown, grain, month, totals: values } of cells) {
    const key = JSON.stringify([area, ...breakdown])
    const months = totals.get(key) ?? new Map<string, number>()
    months.set(`${grain} ${month}`, values[0] ?? 0)
    totals.set(key, months)
    areas.add(area)
  }
  return { totals, areas }
}

function added(today: HeldTotals, change: HeldTotals): HeldTotals {
  const totals = new Map([...today.totals].map(([key, months]) => [key, new Map(months)]))
  for (const [key, months] of change.totals) {
    const held = totals.get(key) ?? new Map<string, number>()
    for (const [month, value] of months) held.set(month, (held.get(month) ?? 0) + value)
    totals.set(key, held)
  }
  return { totals, areas: new Set([...today.areas, ...change.areas]) }
}

/** Every combination of breakdown values that occurs: listed codes in their order, others by how many there are. */
function combinationsOf(plan: Plan, sides: readonly LoadedSide[]): (readonly string[])[] {
  if (plan.breakdown.length === 0) return [[]]
  const sizes = new Map<string, number>()
  for (const side of sides) {
    for (const [key, months] of side.totals) {
      const [, ...values] = JSON.parse(key) as string[]
      const size = [...months.values()].reduce((sum, value) => sum + value, 0)
      if (size > 0) sizes.set(JSON.stringify(values), (sizes.get(JSON.stringify(values)) ?? 0) + size)
    }
  }
  const place = (values: readonly string[]) =>
    values.map((value, i) => {
      const at = plan.breakdown[i]?.codes.findIndex(({ code }) => code === value) ?? -1
      return at < 0 ? Number.MAX_SAFE_INTEGER : at
    })
  return [...sizes]
    .map(([key, size]) => ({ values: JSON.parse(key) as string[], size }))
    .toSorted((a, b) => {
      const [left, right] = [place(a.values), place(b.values)]
      const differing = left.findIndex((at, i) => at !== right[i])
      return differing < 0
        ? b.size - a.size
        : (left[differing] ?? 0) - (right[differing] ?? 0) || b.size - a.size
    })
    .map(({ values }) => values)
}

function notesOf(plan: Plan): string[] {
  return plan.breakdown
    .filter(({ several }) => several)
    .map(
      ({ label }) =>
        `${label}: one record may count under several, so the parts can add up to more than the whole.`,
    )
}

const severity = ['final', 'provisional', 'incomplete', 'missing', 'notApplicable', 'notAvailable'] as const

/** A ratio is known only as well as the less known of its two sides. */
function worse(a: WindowSupply, b: WindowSupply): WindowSupply {
  return severity.indexOf(b.status) > severity.indexOf(a.status) ? b : a
}
