/** One row of the printed table. */
export interface Measurement {
  readonly what: string
  /** What was measured, with its unit, and where a peer exists the ratio to it. */
  readonly result: string
  /** What ARCHITECTURE asks for; null where it names none. */
  readonly target: string | null
  /** Whether the target is reached; null where there is none. */
  readonly met: boolean | null
}

/** The measurements as a Markdown table, padded so that it reads well in a terminal too. */
export function table(measurements: readonly Measurement[]): string {
  const rows = [
    ['what', 'measured', 'at least', 'reached'],
    ...measurements.map(({ what, result, target, met }) => [
      what,
      result,
      target ?? '–',
      met === null ? '–' : met ? 'yes' : 'NO',
    ]),
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[], fill = ' ') =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), line(['', '', '', ''], '-'), ...body.map((row) => line(row))].join('\n')
}

/** Milliseconds as a person reads them: 3.4 ms, 148 ms, 2.31 s. */
export function duration(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`
  return `${ms >= 20 ? Math.round(ms) : ms.toFixed(1)} ms`
}
