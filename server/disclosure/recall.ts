import type { TableFigures } from './buildTable.ts'
import type { MaskMemory, PublishedBefore } from './maskMemory.ts'
import { cellState, type TableMask } from './tableMask.ts'

/** Says of each cell whether it was hidden before, or is known because the very number was shown. */
export async function recall(
  memory: MaskMemory,
  key: string,
  figures: TableFigures,
): Promise<(place: number | null, part: number, period: number) => 'hidden' | 'known' | null> {
  const published = await memory.publishedBefore(key)
  if (!published) return () => null
  return (place, part, period) => {
    const before = published.cells[nameOf(figures, { place, part, period })]
    if (before === undefined) return null
    if (before === 'hidden') return 'hidden'
    return before === figures.values(place, part, period)[0] ? 'known' : null
  }
}

/** Notes what is published now; what was hidden before stays noted even where it is no longer published. */
export async function remember(
  memory: MaskMemory,
  key: string,
  { position, table, figures }: { position: number; table: TableMask; figures: TableFigures },
): Promise<void> {
  const earlier = await memory.publishedBefore(key)
  const cells: Record<string, number | 'hidden'> = { ...earlier?.cells }
  for (const place of [null, ...figures.places.keys()]) {
    for (const part of figures.parts.keys()) {
      for (const period of figures.periods.keys()) {
        const value = figures.values(place, part, period)[0] ?? NaN
        if (Number.isNaN(value)) continue
        const state = cellState(table, {
          place: place === null ? null : (figures.places[place] ?? ''),
          part: figures.parts[part] ?? '',
          period,
        })
        if (state !== 'notPublished')
          cells[nameOf(figures, { place, part, period })] = state === 'hidden' ? 'hidden' : value
      }
    }
  }
  if (earlier && same(earlier, cells)) return
  await memory.remember(key, { position, cells })
}

function nameOf(
  { places, parts, periods }: TableFigures,
  cell: { readonly place: number | null; readonly part: number; readonly period: number },
): string {
  const place = cell.place === null ? '' : (places[cell.place] ?? '')
  const { grain, period } = periods[cell.period] ?? { grain: '', period: '' }
  return `${place} ${parts[cell.part] ?? ''} ${grain === 'calendarYear' ? 'c' : ''}${period}`
}

function same(earlier: PublishedBefore, cells: PublishedBefore['cells']): boolean {
  const names = Object.keys(cells)
  return (
    names.length === Object.keys(earlier.cells).length &&
    names.every((name) => cells[name] === earlier.cells[name])
  )
}
