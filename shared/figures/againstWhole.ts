/** Whether an interval leaves out the figure of the whole, in words; empty without both. */
export function againstWhole(
  point: { readonly lower?: number; readonly upper?: number; readonly value: number | null } | undefined,
  whole: number | null,
): string {
  if (
    !point ||
    point.value === null ||
    whole === null ||
    point.lower === undefined ||
    point.upper === undefined
  )
    return ''
  if (point.lower > whole) return 'Higher: its interval lies above'
  if (point.upper < whole) return 'Lower: its interval lies below'
  return 'No clear difference'
}
