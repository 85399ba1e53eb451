import { formatCell } from '../../../shared/figures/formatCell.ts'
import type { FigureTable } from '../../../shared/figures/figure.ts'
import { palette } from '../../../shared/figures/palette.ts'
import { ChartText } from '../ChartText.tsx'

interface Props {
  readonly table: FigureTable
  readonly width: number
  /** What there is room for; rows stand closer to keep to it. */
  readonly height?: number | undefined
  readonly altText: string
}

const letter = 7.2
const usualRow = 27
const leastRow = 15

/** A table as a picture, for a figure that is a table on the page. */
export function TablePicture({ table: { columns, rows }, width, height: wanted, altText }: Props) {
  const texts = rows.map((cells) =>
    cells.map((cell, i) =>
      typeof cell === 'number' ? formatCell(cell, columns[i]?.numberFormat ?? null) : cell,
    ),
  )
  const needs = columns.map(({ head }, i) =>
    Math.max(...head.split(' ').map(({ length }) => length), ...texts.map((cells) => cells[i]?.length ?? 0)),
  )
  const sum = needs.reduce((total, need) => total + need + 3, 0)
  const widths = needs.map((need) => ((need + 3) / sum) * width)
  const lefts = widths.map((_, i) => widths.slice(0, i).reduce((total, each) => total + each, 0))
  const heads = columns.map(({ head }, i) => broken(head, (widths[i] ?? 0) / letter - 1))
  const headLines = Math.max(1, ...heads.map(({ length }) => length))
  const top = headLines * 17 + 10
  const row =
    wanted === undefined
      ? usualRow
      : Math.min(usualRow, Math.max(leastRow, (wanted - top) / Math.max(1, rows.length)))
  const size = row < 20 ? 12 : 14
  const height = top + row * rows.length + 4
  const place = (i: number) =>
    columns[i]?.numberFormat == null
      ? ({ x: lefts[i] ?? 0, anchor: 'start' } as const)
      : ({ x: (lefts[i] ?? 0) + (widths[i] ?? 0) - 6, anchor: 'end' } as const)
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={altText}>
      {heads.map((lines, i) =>
        lines.map((line, at) => (
          <ChartText
            key={`${i} ${at}`}
            {...place(i)}
            y={top - 10 - (lines.length - 1 - at) * 17}
            size={13}
            bold
            fill={palette.ink}
          >
            {line}
          </ChartText>
        )),
      )}
      <path d={`M0 ${top - 2}H${width}`} stroke={palette.ink} strokeWidth={1.5} />
      {texts.map((cells, at) => (
        <g key={at}>
          {cells.map((cell, i) => (
            <ChartText key={i} {...place(i)} y={top + (at + 0.68) * row} size={size} fill={palette.ink}>
              {cell}
            </ChartText>
          ))}
          <path d={`M0 ${top + (at + 1) * row}H${width}`} stroke={palette.grid} />
        </g>
      ))}
    </svg>
  )
}

/** Words in lines of at most so many letters. */
function broken(text: string, letters: number): string[] {
  return text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length + 1 <= letters)
      return [...lines.slice(0, -1), `${last} ${word}`]
    return [...lines, word]
  }, [])
}
