import { formatNumber } from './formatValue.ts'

/** A number as a spreadsheet would write it by its format, with a true minus: `#,##0`, `0.00`, `0.0"%"`. */
export function formatCell(value: number, format: string | null): string {
  const places = /\.(0+)/.exec(format ?? '')?.[1]?.length ?? 0
  return formatNumber(value, places) + (format?.endsWith('"%"') ? '%' : '')
}
