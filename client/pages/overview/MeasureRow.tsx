import { Link } from '@tanstack/react-router'
import type { AreaFigure, ScorecardRow } from '../../../shared/series/scorecard.ts'
import { DistrictStrip } from '../../charts/districtStrip/DistrictStrip.tsx'
import { stripPosition } from '../../charts/districtStrip/districtStrip.ts'
import { Sparkline } from '../../charts/sparkline/Sparkline.tsx'
import { capitalise } from '../../../shared/figures/capitalise.ts'
import { formatChange } from '../../../shared/figures/formatChange.ts'
import { formatValue, type Measured } from '../../../shared/figures/formatValue.ts'
import { variationWords } from '../../../shared/figures/variationWords.ts'
import { areaMeasure } from '../../figures/areaMeasure.ts'
import { sparkSpan } from '../../figures/sparkWords.ts'
import { spannedSentence } from '../../../shared/figures/spannedSentence.ts'
import { BreakMark } from '../../parts/BreakMark.tsx'
import { DataStatusMark } from '../../parts/DataStatusMark.tsx'
import { StatusMarker } from '../../parts/StatusMarker.tsx'
import { VariationMark } from '../../parts/VariationMark.tsx'

interface Props {
  readonly row: ScorecardRow
  /** Every area in a column, all in one, or none where the partnership is a single area. */
  readonly areasAs: 'columns' | 'spread' | 'none'
  /** Said below the name when the areas are not in the unit of the column head. */
  readonly basisNote: string | null
  readonly areasName: string
}

/** One measure: latest value, change, shape, kind of change, areas, state of its data. */
export function MeasureRow({ row, areasAs, basisNote, areasName }: Props) {
  const measured: Measured = { unit: row.unit }
  const change = formatChange(row.change, measured)
  return (
    <tr>
      <th scope="row" className="m">
        <Link
          to="/metrics/$metric"
          params={{ metric: row.metric }}
          search={(before: { area?: string }) => ({ area: before.area })}
        >
          {row.name}
        </Link>
        {basisNote !== null && (
          <small>
            {capitalise(areasName)}: {basisNote}
          </small>
        )}
      </th>
      <td className="val">
        {row.latest.value === null ? (
          <StatusMarker status={row.latest.status} reason={row.latest.reason} />
        ) : (
          <>
            {formatValue(row.latest.value, measured)}
            {row.unit === 'days' && <span className="mk"> days</span>}
          </>
        )}
      </td>
      <td className="chg">
        {change === null ? <span className="mk">–</span> : change}
        {change !== null && <BreakMark warning={spannedSentence(row.change.spanned)} />}
        {change !== null && row.change.base !== null && (
          <small>from {formatValue(row.change.base, measured)}</small>
        )}
      </td>
      <td className="spk">
        <Sparkline
          spark={row.spark}
          label={`${row.name}, ${sparkSpan(row.spark)}. ${variationWords(row.variation)}.`}
        />
      </td>
      <td className="vr">
        <VariationMark variation={row.variation} detail />
      </td>
      {areasAs === 'columns' &&
        row.areas.map((figure) => <AreaCell key={figure.area} figure={figure} row={row} />)}
      {areasAs === 'spread' && (
        <td className="d" data-d="Areas">
          <AreaSpread row={row} />
        </td>
      )}
      <td className="stc">
        <DataStatusMark status={row.dataStatus} />
      </td>
    </tr>
  )
}

function AreaCell({ figure, row }: { figure: AreaFigure; row: ScorecardRow }) {
  const x = stripPosition(
    figure.value,
    row.areaBasis.partnership,
    row.areas.map((area) => area.value),
  )
  if (figure.value === null) {
    return (
      <td className="d" data-d={figure.name}>
        <StatusMarker status={figure.status} />
      </td>
    )
  }
  const text = formatValue(figure.value, areaMeasure(row))
  return (
    <td className="d" data-d={figure.name}>
      <span className="v">
        {figure.beyondChance === null ? text : <b>{text}</b>}
        {figure.beyondChance !== null && (
          <span className="sr"> {figure.beyondChance} than chance would explain</span>
        )}
      </span>
      {x !== null && <DistrictStrip x={x} beyondChance={figure.beyondChance !== null} />}
    </td>
  )
}

function AreaSpread({ row }: { row: ScorecardRow }) {
  const values = row.areas.map((area) => area.value)
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return <StatusMarker status="notAvailable" />
  const measured = areaMeasure(row)
  return (
    <>
      <span className="v">
        {formatValue(Math.min(...known), measured)} to {formatValue(Math.max(...known), measured)}
      </span>
      <svg className="dt" viewBox="0 0 52 8" width="52" height="8" aria-hidden="true">
        <path className="dt-l" d="M2 4H50" />
        <path className="dt-m" d="M26 0V8" />
        {row.areas.map(({ area, value, beyondChance }) => {
          const x = stripPosition(value, row.areaBasis.partnership, values)
          return x === null ? null : (
            <circle
              key={area}
              className={beyondChance === null ? 'dt-near' : 'dt-far'}
              cx={x}
              cy="4"
              r="2.4"
            />
          )
        })}
      </svg>
    </>
  )
}
