import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import type { CompareSearch } from '../../address/compareSearch.ts'
import { AlignedPanel } from '../../charts/aligned/AlignedPanel.tsx'
import { alignedTicks, periodPlaces, type Frame } from '../../charts/aligned/alignedModel.ts'
import { EventsStrip } from '../../charts/aligned/EventsStrip.tsx'
import { LineKey } from '../../charts/aligned/LineKey.tsx'
import { LinesChart } from '../../charts/aligned/LinesChart.tsx'
import { formatValue } from '../../../shared/figures/formatValue.ts'
import { VariationMark } from '../../parts/VariationMark.tsx'
import { useWidth } from '../../parts/useWidth.ts'
import { usePointReader } from '../metric/usePointReader.ts'
import type { Compared, ComparedLine } from './compared.ts'
import { indexedLines, notIndexed } from './indexedLines.ts'
import type { EventRow } from './useTraining.ts'

const panelHeight = 132

interface Props {
  readonly whole: Compared
  /** How many lines there will be. */
  readonly count: number
  readonly search: CompareSearch
  readonly training: readonly EventRow[]
}

/** The lines drawn over the same months, read by the arrow keys, with trainings and campaigns below. */
export function CompareDrawing({ whole, count, search, training }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const { lines, periods, grain, events } = whole
  const reader = usePointReader(periods.length)
  const narrow = width < 620
  const isIndexed = search.scale === 'indexed'
  const frame: Frame = {
    width: isIndexed || narrow ? width : width - 272,
    height: isIndexed ? 420 : panelHeight,
    right: isIndexed && !narrow ? 300 : 8,
  }
  const places = periodPlaces(periods.length, frame)
  const flags = events.map(({ at, letter }) => ({ x: places(at), letter }))
  const xTicks = alignedTicks(periods, grain, frame)
  const period = reader.active === null ? undefined : periods[reader.active]
  return (
    <>
      <div
        ref={ref}
        className="cmpdraw"
        role="group"
        tabIndex={0}
        aria-label="Comparison. Left and right arrow keys read every line at one period."
        onKeyDown={reader.onKeyDown}
        onBlur={() => reader.setActive(null)}
        style={{ minHeight: isIndexed ? 420 : count * (panelHeight + 12) }}
      >
        {width > 0 && isIndexed && (
          <>
            <LinesChart
              lines={indexedLines(whole)}
              frame={frame}
              xTicks={xTicks}
              events={flags}
              active={reader.active}
              mark={100}
              format={(value) => String(Math.round(value))}
              leading
              label={`Index of ${lines.map(({ name }) => name).join(', ')}; the table holds the figures.`}
            />
            {notIndexed(whole).length > 0 && (
              <p className="fs">
                Not drawn, because the first year holds too few figures to be 100:{' '}
                {notIndexed(whole).join('; ')}.
              </p>
            )}
            {narrow && <LineKey names={indexedLines(whole).map(({ name }) => name)} leading />}
          </>
        )}
        {width > 0 &&
          !isIndexed &&
          lines.map((line, index) => (
            <Panel key={line.name} line={line}>
              <AlignedPanel
                series={line.series}
                frame={frame}
                xTicks={xTicks}
                events={flags}
                first={index === 0}
                whole={line.measured.unit === 'count'}
                format={(value) => formatValue(value, line.measured)}
                active={reader.active}
                label={`${line.name}: ${line.page.finding.textAlternative}`}
              />
            </Panel>
          ))}
        {width > 0 && training.length > 0 && (
          <section className={isIndexed ? undefined : 'cmppanel'} aria-label="Trainings and campaigns">
            {!isIndexed && (
              <div>
                <h2 className="h3">Trainings and campaigns</h2>
                <p className="fs">Events held, as the partners recorded them. Hollow bars: provisional.</p>
              </div>
            )}
            <EventsStrip
              rows={training}
              frame={frame}
              xTicks={xTicks}
              active={reader.active}
              label={training.map(eventWords).join('. ')}
            />
          </section>
        )}
      </div>
      <p className="readout noprint" role="status">
        {period !== undefined && reader.active !== null && readAt(whole, reader.active, { period, training })}
      </p>
    </>
  )
}

function Panel({ line, children }: { line: ComparedLine; children: React.ReactNode }) {
  const { page, measured, name, unitOf } = line
  const latest = page.result.series[0]?.points.findLast(({ value }) => value !== null)
  return (
    <section className="cmppanel" aria-label={name}>
      <div>
        <h2 className="h3">{name}</h2>
        {latest && latest.value !== null && (
          <p className="fs">
            <b>{formatValue(latest.value, measured)}</b> {unitOf(latest.value)} in{' '}
            {periodLabel(latest.period, page.result.query.grain)}
            {latest.status === 'provisional' && ', provisional'}
          </p>
        )}
        <VariationMark variation={page.chart.variation} size={18} detail />
      </div>
      {children}
    </section>
  )
}

function eventWords({ name, values }: EventRow): string {
  const held = values.filter((value) => value !== null)
  return `${name}: ${held.reduce((sum, value) => sum + value, 0)} in all, in ${held.filter((value) => value > 0).length} of ${values.length} periods`
}

function readAt(
  { lines, grain }: Compared,
  at: number,
  { period, training }: { readonly period: string; readonly training: readonly EventRow[] },
): string {
  const parts = lines.map(({ name, series, measured, unitOf }) => {
    const value = series.values[at]
    return `${name} ${value == null ? 'no figure' : `${formatValue(value, measured)} ${unitOf(value)}`.trim()}`
  })
  const events = training.map(({ name, values }) => `${name} ${values[at] ?? 'not known'}`)
  return `${periodLabel(period, grain)}: ${[...parts, ...events].join('; ')}.`
}
