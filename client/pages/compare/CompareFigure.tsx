import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import type { CompareSearch } from '../../address/compareSearch.ts'
import { AlignedPanel } from '../../charts/aligned/AlignedPanel.tsx'
import { alignedTicks, indexed, periodPlaces, type Frame } from '../../charts/aligned/alignedModel.ts'
import { LinesChart } from '../../charts/aligned/LinesChart.tsx'
import { figureState } from '../../../shared/figures/figureText.ts'
import { formatSpan } from '../../../shared/figures/formatSpan.ts'
import { formatValue } from '../../../shared/figures/formatValue.ts'
import { OptionGroup } from '../../parts/OptionGroup.tsx'
import { VariationMark } from '../../parts/VariationMark.tsx'
import { useWidth } from '../../parts/useWidth.ts'
import { usePointReader } from '../metric/usePointReader.ts'
import type { Compared, ComparedLine } from './compared.ts'
import { CompareTable } from './CompareTable.tsx'

interface Props {
  readonly whole: Compared
  /** How many lines there will be. */
  readonly count: number
  readonly search: CompareSearch
  readonly onChoose: (change: Partial<CompareSearch>) => void
}

const panelHeight = 132

/** The lines over the same months: each on its own scale, or all as shares of their first year; or as a table. */
export function CompareFigure({ whole, count, search, onChoose }: Props) {
  const { lines, periods, grain, events } = whole
  const [first, last] = [periods[0], periods.at(-1)]
  const span = first && last ? formatSpan(first, last, grain) : ''
  const areas = [...new Set(lines.map(({ page }) => page.result.series[0]?.labels.area))]
  const state = lines[0] && figureState(lines[0].page)
  const isTable = search.view === 'table'
  return (
    <figure className="fig">
      <div className="cmphead noprint">
        <OptionGroup
          legend="Shown"
          value={isTable ? 'table' : (search.scale ?? 'own')}
          choices={[
            { value: 'own', label: 'Each on its own scale' },
            { value: 'indexed', label: 'Indexed: first year is 100' },
            { value: 'table', label: 'As a table' },
          ]}
          onChoose={(value) =>
            onChoose({
              view: value === 'table' ? 'table' : undefined,
              scale: value === 'indexed' ? 'indexed' : undefined,
            })
          }
        />
      </div>
      <p className="sub">
        {areas.length === 1 ? `${areas[0]}, by` : 'By'} {grain}, {span}.{' '}
        {isTable
          ? 'Newest first.'
          : search.scale === 'indexed'
            ? '100 is the mean of the first year of each line.'
            : 'Each line has its own scale from zero; months lie under one another. Band: usual range.'}
      </p>
      {isTable ? <CompareTable whole={whole} /> : <Drawing whole={whole} count={count} search={search} />}
      {events.length > 0 && !isTable && (
        <ul className="ev cmpev">
          {events.map(({ letter, event }) => (
            <li key={letter}>
              <span className="ltr">{letter}</span>
              <span>
                <b>{periodLabel(event.month, 'month')}.</b> {event.title}
                {event.certain ? '.' : ' (date not checked at its source).'}
                {event.note && <span className="mut"> Noted by {event.note.by}.</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
      <figcaption className="src">
        <span>
          Hollow points are provisional. Filled shapes are signals against a line’s own usual range.{' '}
          <b>Source.</b> What the partners sent, up to submission {lines[0]?.page.result.position ?? ''}; each
          measure names its own. {state}
        </span>
      </figcaption>
    </figure>
  )
}

function Drawing({ whole, count, search }: Omit<Props, 'onChoose'>) {
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
            {narrow && (
              <ol className="ixkey">
                {lines.map(({ name }) => (
                  <li key={name}>{name}</li>
                ))}
              </ol>
            )}
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
      </div>
      <p className="readout noprint" role="status">
        {period !== undefined && reader.active !== null && readAt(whole, reader.active, period)}
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

function indexedLines({ lines, grain }: Compared) {
  return lines.flatMap(({ name, series }) => {
    const values = indexed(series.values, grain === 'quarter' ? 4 : 12)
    return values === null ? [] : [{ name, values }]
  })
}

function notIndexed(whole: Compared): string[] {
  const drawn = new Set(indexedLines(whole).map(({ name }) => name))
  return whole.lines.map(({ name }) => name).filter((name) => !drawn.has(name))
}

function readAt({ lines, grain }: Compared, at: number, period: string): string {
  const parts = lines.map(({ name, series, measured, unitOf }) => {
    const value = series.values[at]
    return `${name} ${value == null ? 'no figure' : `${formatValue(value, measured)} ${unitOf(value)}`.trim()}`
  })
  return `${periodLabel(period, grain)}: ${parts.join('; ')}.`
}
