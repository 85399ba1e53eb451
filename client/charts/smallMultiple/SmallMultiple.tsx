import { Panel } from '../panel/Panel.tsx'
import { PointShape } from '../PointShape.tsx'
import { smallModel } from './smallModel.ts'

type Source = Parameters<typeof smallModel>[0]

interface Props {
  readonly source: Source
  readonly ticks: readonly number[]
  readonly format: (value: number) => string
  readonly label: string
}

/** One area beside the others: its usual range, its line with what stands out, and the partnership dashed. */
export function SmallMultiple({ source, ticks, format, label }: Props) {
  return (
    <Panel ticks={ticks} format={format} label={label} modelFor={(size) => smallModel(source, size)}>
      {(model) => (
        <>
          {model.bands.map((path) => (
            <path key={path} className="band" d={path} />
          ))}
          {model.means.map((path) => (
            <path key={path} className="mean" d={path} />
          ))}
          <path className="wy" d={model.reference} />
          <path className="ln" d={model.line} />
          {model.marks.map((mark) => (
            <PointShape
              key={mark.x}
              x={mark.x}
              y={mark.y}
              type={mark.type}
              provisional={mark.provisional}
              size={mark.provisional ? 3.2 : 2.8}
            />
          ))}
        </>
      )}
    </Panel>
  )
}
