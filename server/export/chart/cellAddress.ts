/** A column's letters: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}

/** Cells of one column by row number, from 1, as a chart refers to them: 'Chart 1'!$B$4:$B$63. */
export function columnRange(sheet: string, column: number, [first, last]: readonly [number, number]): string {
  const letters = columnLetters(column)
  const start = `'${sheet.replaceAll("'", "''")}'!$${letters}$${first}`
  return first === last ? start : `${start}:$${letters}$${last}`
}
