import { Link } from '@tanstack/react-router'
import type { Scorecard, ScorecardRow, Variation } from '../../../shared/series/scorecard.ts'
import { DistrictStrip } from '../../charts/districtStrip/DistrictStrip.tsx'
import { stripPosition } from '../../charts/districtStrip/districtStrip.ts'
import { Sparkline } from '../../charts/sparkline/Sparkline.tsx'
import { areaMeasure } from '../../figures/areaMeasure.ts'
import { formatChange } from '../../../shared/figures/formatChange.ts'
import { formatMonths } from '../../../shared/figures/formatMonths.ts'
import { formatValue } from '../../../shared/figures/formatValue.ts'
import { spannedSentence } from '../../../shared/figures/spannedSentence.ts'
import { variationWords } from '../../../shared/figures/variationWords.ts'
import { BreakMark } from '../../parts/BreakMark.tsx'
import { DataStatusIcon } from '../../parts/DataStatusMark.tsx'
import { StatusMarker } from '../../parts/StatusMarker.tsx'
import { VariationIcon, VariationMark } from '../../parts/VariationMark.tsx'
import type { RowGroup } from '../overview/groupRows.ts'

interface Props {
  readonly groups: readonly RowGroup[] | undefined
  readonly scorecard: Scorecard | undefined
  readonly area: { readonly code: string; readonly name: string } | undefined
  /** The partnership's own rows, beside which the area is read. */
  readonly whole: { readonly name: string; readonly rows: readonly ScorecardRow[] }
}

const columns = 8

/** Every measure of an area in a row, beside the partnership; heads and rules stay while figures load. */
export function AreaTable({ groups, scorecard, area, whole }: Props) {
  const { rows } = whole
  const wholeOf = new Map(rows.map((row) => [row.metric, row]))
  return (
    <table className="ar" role="table">
      <caption className="sr">
        {area?.name ?? 'Area'} beside {whole.name}
      </caption>
      <thead>
        <tr>
          <th scope="col">Measure</th>
          <th scope="col" className="r">
            {scorecard ? formatMonths(scorecard.period.from, scorecard.period.to) : 'Latest'}
          </th>
          <th scope="col" className="r">
            Change on
            <br />a year ago
          </th>
          <th scope="col" className="sp">
            24 months
          </th>
          <th scope="col">Kind of change</th>
          <th scope="col">
            Same in
            <br />
            {whole.name}
          </th>
          <th scope="col" className="r">
            Year: {area?.name}
          </th>
          <th scope="col" className="w">
            {whole.name}
          </th>
        </tr>
      </thead>
      {groups === undefined || area === undefined ? (
        <tbody>
          {Array.from({ length: 14 }, (_, index) => (
            <tr key={index} aria-hidden="true">
              <td className="blank" colSpan={columns} />
            </tr>
          ))}
        </tbody>
      ) : (
        groups.map((group) => (
          <tbody key={group.name}>
            <tr className="theme">
              <th colSpan={columns} scope="rowgroup">
                {group.name}
              </th>
            </tr>
            {group.rows.map((row) => (
              <AreaRow
                key={row.metric}
                row={row}
                area={area}
                whole={{ name: whole.name, row: wholeOf.get(row.metric) }}
              />
            ))}
          </tbody>
        ))
      )}
    </table>
  )
}

/** The column beside repeats the words of the first so often that it says them briefly. */
function briefly(variation: Variation): string {
  if (variation.kind === 'common') return 'Usual'
  return variation.kind === 'unjudged' ? 'Not judged' : variationWords(variation)
}

interface RowProps {
  readonly row: ScorecardRow
  readonly area: { readonly code: string; readonly name: string }
  readonly whole: { readonly name: string; readonly row: ScorecardRow | undefined }
}

function AreaRow({ row, area, whole }: RowProps) {
  const measured = { unit: row.unit }
  const change = formatChange(row.change, measured)
  const pressing = row.dataStatus.kind === 'late' || row.dataStatus.kind === 'notSupplied'
  return (
    <tr>
      <th scope="row" className="m">
        <Link to="/metrics/$metric" params={{ metric: row.metric }} search={{ area: area.code }}>
          {row.name}
        </Link>
        {pressing && (
          <small className="late">
            <DataStatusIcon kind={row.dataStatus.kind} /> {row.dataStatus.detail}
          </small>
        )}
      </th>
      <td className="r val">
        {row.latest.value === null ? (
          <StatusMarker status={row.latest.status} reason={row.latest.reason} />
        ) : (
          <b>
            {formatValue(row.latest.value, measured)}
            {row.latest.status === 'provisional' && <span className="mk"> [p]</span>}
          </b>
        )}
      </td>
      <td className="r chg">
        {change ?? <span className="mk">–</span>}
        {change !== null && <BreakMark warning={spannedSentence(row.change.spanned)} />}
      </td>
      <td className="sp">
        <Sparkline
          spark={row.spark}
          label={`${row.name} in ${area.name}, ${row.spark.periods.length} months. ${variationWords(row.variation)}.`}
        />
      </td>
      <td className="vr">
        <VariationMark variation={row.variation} size={18} detail />
      </td>
      <td className="wv">
        {whole.row && (
          <span className="var sm">
            <VariationIcon
              kind={whole.row.variation.kind}
              direction={'direction' in whole.row.variation ? whole.row.variation.direction : undefined}
              size={16}
            />
            <span className={`k-${whole.row.variation.kind}`}>{briefly(whole.row.variation)}</span>
          </span>
        )}
      </td>
      <BesideCells row={row} area={area} whole={whole.name} />
    </tr>
  )
}

function BesideCells({ row, area, whole }: { row: ScorecardRow; area: RowProps['area']; whole: string }) {
  const figure = row.areas.find((each) => each.area === area.code)
  const { partnership, label } = row.areaBasis
  const measured = areaMeasure(row)
  const x = stripPosition(
    figure?.value ?? null,
    partnership,
    row.areas.map(({ value }) => value),
  )
  const [basis = ''] = label.split(', ')
  return (
    <>
      <td className="r own" data-d={`Year, ${area.name}`}>
        {figure === undefined || figure.value === null ? (
          <StatusMarker status={figure?.status ?? 'missing'} />
        ) : (
          <>
            {figure.beyondChance === null ? (
              formatValue(figure.value, measured)
            ) : (
              <b>{formatValue(figure.value, measured)}</b>
            )}
            {figure.beyondChance !== null && (
              <span className="sr"> {figure.beyondChance} than chance would explain</span>
            )}
          </>
        )}
      </td>
      <td className="w" data-d={whole}>
        <span className="wrow">
          {x !== null && <DistrictStrip x={x} beyondChance={figure?.beyondChance != null} />}
          {partnership === null ? (
            <StatusMarker status="notAvailable" />
          ) : (
            <span>{formatValue(partnership, measured)}</span>
          )}
          {partnership !== null && measured.basis === 'rate' && (
            <small className="mut">{basis.replace(/^Rate /, '').replace(/ residents$/, '')}</small>
          )}
        </span>
      </td>
    </>
  )
}
