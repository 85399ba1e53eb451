import type { Grain } from '../../../shared/periods/period.ts'
import { linePath } from '../axis/linePath.ts'
import { panelScale, tenth, type PanelSize } from '../panel/panelScale.ts'

export interface PairLine {
  readonly name: string
  readonly values: readonly (number | null)[]
  /** Which of them may still change. */
  readonly provisional: readonly boolean[]
}

interface Source {
  readonly lines: readonly PairLine[]
  readonly periods: readonly string[]
  readonly grain: Grain
  readonly stacked: boolean
}

/** One path a line: drawn as a stroke, or filled as its layer of the stack. A period that lacks any part has no bar. */
export function pairModel({ lines, periods, grain, stacked }: Source, size: PanelSize) {
  const { x, y, step, axes } = panelScale({ periods, grain }, size)
  return {
    ...axes,
    paths: stacked
      ? layers(lines, periods.length).map((bars) => bars.map((bar) => barPath(bar, { x, y, step })).join(''))
      : lines.map(({ values }) =>
          linePath(
            values.map((value, at) => (value === null ? null : ([tenth(x(at)), tenth(y(value))] as const))),
          ),
        ),
    provisional: stacked
      ? []
      : lines.flatMap(({ values, provisional }) =>
          values.flatMap((value, at) =>
            value === null || provisional[at] !== true ? [] : [{ x: tenth(x(at)), y: tenth(y(value)) }],
          ),
        ),
  }
}

interface Bar {
  readonly at: number
  readonly from: number
  readonly to: number
}

function layers(lines: readonly PairLine[], count: number): Bar[][] {
  const whole = Array.from({ length: count }, (_, i) => lines.every(({ values }) => values[i] != null))
  const reached = Array.from({ length: count }, () => 0)
  return lines.map(({ values }) =>
    values.flatMap((value, at): Bar[] => {
      if (value === null || whole[at] !== true) return []
      const from = reached[at] ?? 0
      reached[at] = from + value
      return value === 0 ? [] : [{ at, from, to: from + value }]
    }),
  )
}

interface Scales {
  readonly x: (index: number) => number
  readonly y: (value: number) => number
  readonly step: number
}

function barPath({ at, from, to }: Bar, { x, y, step }: Scales): string {
  const width = Math.max(1, step * 0.86)
  return `M${tenth(x(at) - width / 2)} ${tenth(y(from))}h${tenth(width)}V${tenth(y(to))}h${tenth(-width)}Z`
}
