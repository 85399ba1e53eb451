import '../../styles/panels.css'
import type { MetricPage } from '../../../shared/series/metricPage.ts'
import type { SeriesResult } from '../../../shared/series/series.ts'
import { additive } from '../../../shared/figures/additive.ts'
import { niceTicks } from '../../../shared/figures/niceTicks.ts'
import { SmallMultiple } from '../../charts/smallMultiple/SmallMultiple.tsx'
import { StackedBars } from '../../charts/stackedBars/StackedBars.tsx'
import { stackedModel } from '../../../shared/figures/stackedModel.ts'
import { formatValue, type Measured } from '../../../shared/figures/formatValue.ts'
import { unitWords } from '../../../shared/figures/unitWords.ts'
import { OnceVisible } from '../../parts/OnceVisible.tsx'
import { useWidth } from '../../parts/useWidth.ts'
import { breakdownRows } from '../../../shared/figures/breakdownRows.ts'
import { areaName, figureSource, figureState } from '../../../shared/figures/figureText.ts'
import { exploredParts, leftOut } from '../../../shared/figures/exploredParts.ts'
import { OverlaidParts } from './OverlaidParts.tsx'

interface Props {
  readonly page: MetricPage
  readonly parts: SeriesResult
  readonly dimension: string
  readonly label: string
  readonly view: 'lines' | 'overlaid' | 'stacked'
  /** How many parts stand by themselves; null: all. */
  readonly top: number | null
  readonly share: boolean
}

/** The parts over time: panels on one scale, or stacked bars where they add up to the whole. */
export function BreakdownOverTime({ page, parts, dimension, label, view, top, share }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const adds = additive(page.metric)
  const shared = share && adds
  const measured: Measured = shared
    ? { unit: 'percent' }
    : { unit: page.metric.unit, basis: parts.query.basis }
  const unit = shared ? 'share of the whole' : unitWords(page.metric, parts.query.basis)
  const grain = parts.query.grain
  const order = breakdownRows(parts, dimension).map(({ code }) => code)
  const series = exploredParts(parts.series, { dimension, order, top, share, additive: adds })
  const missing = leftOut(parts.series, { top, additive: adds })
  const tops = series.flatMap(({ points }) => points.map(({ value }) => value ?? 0))
  const ticks = niceTicks(Math.min(0, ...tops), Math.max(0, ...tops), { most: 4 })
  return (
    <figure className="fig">
      <h2 className="figh">
        {series.length} {series.length === 1 ? 'part' : 'parts'} by {label.toLowerCase()}
        {view === 'stacked' ? ', adding up to the whole' : ', on one scale'}
        {missing > 0 && `; ${missing} smaller ones are not shown, because they do not add up`}
      </h2>
      <p className="sub">
        {page.metric.name}
        {unit === '' ? '' : `, ${unit}`}, {areaName(parts)}
      </p>
      {view === 'overlaid' ? (
        <OverlaidParts
          series={series}
          dimension={dimension}
          grain={grain}
          measured={measured}
          label={`${page.metric.name} by ${label.toLowerCase()}`}
        />
      ) : view === 'stacked' ? (
        <div ref={ref} className="chartspace">
          {width > 0 && (
            <StackedBars
              model={stackedModel(series, dimension, grain)}
              width={width}
              unit={shared ? '' : unit}
              format={(value) => formatValue(value, measured)}
              title={`${page.metric.name} by ${label.toLowerCase()}`}
            />
          )}
        </div>
      ) : (
        <div className="mult">
          {series.map(({ key, labels, points }) => (
            <section key={key[dimension] ?? ''} aria-label={labels[dimension]}>
              <h3>{labels[dimension]}</h3>
              <OnceVisible>
                <SmallMultiple
                  source={{ points, chart: null, reference: [], grain }}
                  ticks={ticks}
                  format={(value) => formatValue(value, measured)}
                  label={`${labels[dimension] ?? ''}: ${page.metric.name} over time`}
                />
              </OnceVisible>
            </section>
          ))}
        </div>
      )}
      <figcaption className="src">
        <span>
          {parts.notes.join(' ')} <b>Source.</b> {figureSource(page)} {figureState(page)}
        </span>
      </figcaption>
    </figure>
  )
}
