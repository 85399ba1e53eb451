import { layerShade } from '../../../shared/figures/layerShade.ts'
import type { Grain } from '../../../shared/periods/period.ts'
import { Panel } from '../panel/Panel.tsx'
import { PointShape } from '../PointShape.tsx'
import { pairModel, type PairLine } from './pairModel.ts'

/** Strokes that differ without colour. */
const strokes = ['', '6 3', '2 2', '9 3 2 3', '1 3']

interface Props {
  readonly lines: readonly PairLine[]
  readonly periods: readonly string[]
  readonly grain: Grain
  readonly ticks: readonly number[]
  readonly stacked: boolean
  readonly format: (value: number) => string
  readonly label: string
}

/** One panel of several on one scale, with the same few parts in each: as lines, or stacked. */
export function PairPanel({ lines, periods, grain, ticks, stacked, format, label }: Props) {
  return (
    <Panel
      ticks={ticks}
      format={format}
      label={label}
      modelFor={(size) => pairModel({ lines, periods, grain, stacked }, size)}
    >
      {({ paths, provisional }) => (
        <>
          {paths.map((path, index) =>
            stacked ? (
              <path key={lines[index]?.name} fill={layerShade(index, lines.length)} d={path} />
            ) : (
              <path key={lines[index]?.name} className="ixl" strokeDasharray={strokes[index]} d={path} />
            ),
          )}
          {provisional.map((mark) => (
            <PointShape key={`${mark.x} ${mark.y}`} {...mark} type="common" provisional size={2.8} />
          ))}
        </>
      )}
    </Panel>
  )
}

/** What each stroke or shade stands for, once for all panels. */
export function PairKey({ names, stacked }: { names: readonly string[]; stacked: boolean }) {
  return (
    <ul className="pairkey">
      {names.map((name, index) => (
        <li key={name}>
          <svg width="28" height="12" viewBox="0 0 28 12" aria-hidden="true">
            {stacked ? (
              <rect
                x="8"
                y="0.5"
                width="11"
                height="11"
                fill={layerShade(index, names.length)}
                stroke="var(--ctrl)"
              />
            ) : (
              <path className="ixl" strokeDasharray={strokes[index]} d="M0 6H28" />
            )}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}
