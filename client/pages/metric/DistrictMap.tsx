import { useQuery } from '@tanstack/react-query'
import type { Point } from '../../../shared/series/series.ts'
import { AreaMap } from '../../charts/areaMap/AreaMap.tsx'
import { againstWhole } from '../../../shared/figures/againstWhole.ts'
import { capitalise } from '../../../shared/figures/capitalise.ts'
import { countWord } from '../../figures/countWord.ts'
import { formatValue, type Measured } from '../../../shared/figures/formatValue.ts'
import { pointMarker } from '../../../shared/figures/pointMarker.ts'
import { Problem } from '../../parts/Problem.tsx'
import { api, type Session } from '../../trpc.ts'

interface Props {
  readonly rows: readonly {
    readonly code: string
    readonly name: string
    readonly point: Point | undefined
  }[]
  readonly whole: number | null
  readonly measured: Measured
  /** Measure, unit and months, for the line under the heading. */
  readonly what: string
  readonly session: Session
}

/** The same figures where the areas lie: squares by place, or real boundaries where the partnership supplies them. */
export function DistrictMap({ rows, whole, measured, what, session }: Props) {
  const map = useQuery(api.areaMap.queryOptions())
  const { areaName, areaNoun } = session.partnership
  if (map.isError)
    return <Problem error={map.error} what="The map" holds="The table beside it holds the figures." />
  if (!map.data) return <div className="chartspace" />
  const schematic = map.data.kind === 'tiles'
  const areas = rows.map(({ code, name, point }) => ({
    code,
    name,
    value: point?.value ?? null,
    text:
      point?.value == null
        ? (pointMarker(point?.status ?? 'missing') ?? '–')
        : formatValue(point.value, measured),
    apart: /^(Higher|Lower)/.test(againstWhole(point, whole)),
  }))
  const apart = areas.filter((area) => area.apart).length
  return (
    <figure className="fig">
      <h2 className="figh">
        {apart === 0
          ? `No ${areaNoun.one} has a 95% interval that leaves out the ${areaName} figure`
          : `${capitalise(apart === 1 ? `one ${areaNoun.one} has a` : `${countWord(apart).toLowerCase()} ${areaNoun.many} have a`)} 95% interval that leaves out the ${areaName} figure`}
      </h2>
      <p className="sub">{what}</p>
      <AreaMap map={map.data} areas={areas} label={`${what}, on a map; the table holds the same figures`} />
      <figcaption className="src">
        <span>
          {schematic &&
            (map.data.kind === 'tiles' && map.data.byPlace
              ? `Schematic: one square a ${areaNoun.one}, about where it lies. `
              : `One square a ${areaNoun.one}, in the order of the partnership’s list and not by place. `)}
          Darker is higher and says nothing of better or worse. A thick edge: the 95% interval leaves out the{' '}
          {areaName} figure, as chance alone does for one in twenty; the funnel asks for more (99.8%).
        </span>
      </figcaption>
    </figure>
  )
}
