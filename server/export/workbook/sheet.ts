import type { ChartSetting } from '../chart/chartSetting.ts'
import type { CellLook } from './cellStyles.ts'

export interface SheetCell {
  /** Null is an empty cell. */
  readonly value: string | number | null
  readonly look?: CellLook
  /** An address outside, or a sheet of this workbook. */
  readonly link?: { readonly address: string } | { readonly sheet: string }
}

/** A chart on a sheet: from which column and row, and over how many. */
export interface SheetChart {
  readonly setting: Omit<ChartSetting, 'embedded' | 'size'>
  readonly altText: string
  readonly name: string
  readonly from: readonly [column: number, row: number]
  /** Points. */
  readonly size: readonly [number, number]
}

/** One sheet as any program may read it: rows from the first, no merged cells, one table at most. */
export interface Sheet {
  readonly name: string
  /** Widths of the columns, in letters. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly SheetCell[])[]
  /** The rows, from 1, that are a table: its head and its last; its columns are those of the head row. */
  readonly table?: { readonly name: string; readonly headRow: number; readonly lastRow: number }
  readonly chart?: SheetChart
  /** Wide tables print on their side. */
  readonly landscape?: boolean
}
