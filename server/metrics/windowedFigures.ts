import { figureKey, windowedKey } from './windowedKey.ts'
import type { Figure, FigureSource } from './figure.ts'
import { leftOut } from './leftOut.ts'
import { firstHeld, selectionOf, sideSupply } from './sideSupply.ts'
import type { Recipe } from './figures.ts'
import type { MetricsReader } from './metricsReader.ts'
import type { Plan } from './plan.ts'
import type { Visible } from './visibleRows.ts'
import type { Window } from './window.ts'
import { windowed, type WindowCell } from './windowed.ts'
import { windowSupply } from './windowSupply.ts'
import { periodsBetween } from '../../shared/periods/period.ts'
import { windowOf } from './window.ts'

/** Figures worked out window by window: different values, medians, people seen before. */
export async function windowedFigures(
  reader: MetricsReader,
  plan: Plan,
  { recipe, visible }: { readonly recipe: Extract<Recipe, { kind: 'windowed' }>; readonly visible: Visible },
): Promise<FigureSource> {
  const supply = await sideSupply(reader, plan, {
    ...recipe,
    ...(recipe.measure.where ? { where: recipe.measure.where } : {}),
  })
  const range = supply.range
  const selection = selectionOf(recipe, plan, visible)
  const load = (windows: readonly Window[], byArea: boolean) =>
    reader.windows.get(windowedKey(plan, { windows, byArea }), () =>
      windowed(reader.records, selection, { measure: recipe.measure, windows, byArea }),
    )
  const whole = reader.partnership.code
  const cellsOf = async (area: string, windows: readonly Window[]) => {
    const wanted = widened(windows, { plan, range })
    const cells = await load(wanted, area !== whole)
    return new Map(
      cells
        .filter((cell) => area === whole || cell.area === area)
        .map((cell) => [figureKey(wanted[cell.window], cell.breakdown), cell]),
    )
  }
  const combinations =
    range && plan.breakdown.length > 0 ? combinationsOf(await load(everyWindow(plan, range), false)) : [[]]
  const lookBack = recipe.measure.kind === 'repeatVictims' ? recipe.measure.monthsBefore : 0
  const first = firstHeld(supply)
  return {
    range,
    notes:
      recipe.measure.kind === 'distinct'
        ? [
            'Different values are counted once in each period, so months and areas do not add up to longer periods or the whole.',
          ]
        : [],
    leftOut: await leftOut(reader, plan, recipe, visible),
    breakdownsOf: () => combinations,
    holds: (area) => area === whole || reader.partnership.areas.some(({ code }) => code === area),
    async figures(line, windows) {
      const cells = await cellsOf(line.area, windows)
      return windows.map((window): Figure => {
        const held = windowSupply(supply, window, { area: line.area, lag: plan.metric.provisionalLag })
        const isHeld = held.status === 'final' || held.status === 'provisional'
        if (isHeld && lookBack > 0 && first !== null && window.from < first + lookBack) {
          const reason = `Needs the ${lookBack} months before, which are not held.`
          return {
            supply: { ...held, status: 'notApplicable', reason },
            numerator: null,
            denominator: null,
            value: null,
          }
        }
        return { supply: held, ...totals(recipe, cells.get(figureKey(window, line.breakdown))) }
      })
    },
  }
}

/** Single months are read for the whole supplied range at once, since comparisons and other readers ask for the same; other windows as asked. */
function widened(
  windows: readonly Window[],
  { plan, range }: { readonly plan: Plan; readonly range: FigureSource['range'] },
): readonly Window[] {
  const single = plan.query.grain === 'month' && plan.query.transform === 'none'
  return single && range ? everyWindow(plan, range) : windows
}

function everyWindow(plan: Plan, range: NonNullable<FigureSource['range']>): Window[] {
  return periodsBetween(range.from, range.to, plan.query.grain).map((period) =>
    windowOf(period, plan.query.grain, plan.query.transform),
  )
}

function totals(
  recipe: Extract<Recipe, { kind: 'windowed' }>,
  cell: WindowCell | undefined,
): Pick<Figure, 'numerator' | 'denominator' | 'value'> {
  const [first = 0, second = 0] = cell?.totals ?? []
  switch (recipe.measure.kind) {
    case 'distinct':
      return { numerator: first, denominator: null, value: first }
    case 'median':
      return { numerator: null, denominator: second, value: second === 0 ? null : first }
    case 'repeatVictims':
      return { numerator: first, denominator: second, value: second ? ((first ?? 0) / second) * 100 : null }
  }
}

function combinationsOf(cells: readonly WindowCell[]): string[][] {
  return [...new Set(cells.map((cell) => JSON.stringify(cell.breakdown)))]
    .map((key) => JSON.parse(key) as string[])
    .toSorted((a, b) => (a.join('|') < b.join('|') ? -1 : 1))
}
