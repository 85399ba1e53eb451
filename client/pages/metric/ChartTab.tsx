import { useId, useState } from 'react'
import type { MetricPage } from '../../../shared/series/metricPage.ts'
import { ControlChart } from '../../charts/controlChart/ControlChart.tsx'
import { controlModel, pointSentence } from '../../charts/controlChart/controlModel.ts'
import { ShapeLegend } from '../../charts/controlChart/ShapeLegend.tsx'
import { unitWords } from '../../../shared/figures/unitWords.ts'
import { useWidth } from '../../parts/useWidth.ts'
import { FigureFooter } from './FigureFooter.tsx'
import { figureSubtitle } from '../../../shared/figures/figureText.ts'
import { NothingHere } from './NothingHere.tsx'
import { Rail } from './Rail.tsx'
import type { TabProps } from './tabProps.ts'
import { usePointReader } from './usePointReader.ts'

const newestOnPhones = 36

/** The control chart with its readout, and beside it what a reader needs to judge it. */
export function ChartTab({ page, search, session }: TabProps) {
  const points = page?.result.series[0]?.points
  if (page && (points === undefined || points.every(({ value }) => value === null))) {
    return (
      <NothingHere
        reason={points?.find(({ reason }) => reason !== undefined)?.reason}
        hidden={points?.some(({ status }) => status === 'suppressed') ?? false}
      />
    )
  }
  return (
    <div className="mbody">
      {page ? <ChartFigure page={page} /> : <figure className="chartspace" />}
      <aside className="rail" aria-label="Summary">
        {page && <Rail page={page} search={search} session={session} />}
      </aside>
    </div>
  )
}

function ChartFigure({ page }: { page: MetricPage }) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const [all, setAll] = useState(false)
  const help = useId()
  const narrow = width > 0 && width <= 660
  const model = controlModel(page, narrow && !all ? { newest: newestOnPhones, withForecast: false } : {})
  const unit = unitWords(page.metric, page.result.query.basis)
  const reader = usePointReader(model.points.length)
  const point = reader.active === null ? null : (model.points[reader.active] ?? null)
  return (
    <figure>
      <p className="sub">{figureSubtitle(page)}</p>
      <div
        ref={ref}
        className="chartspace"
        role="group"
        tabIndex={0}
        aria-label={`Chart of ${page.metric.name}. Left and right arrow keys read each point.`}
        aria-describedby={help}
        onKeyDown={reader.onKeyDown}
        onBlur={() => reader.setActive(null)}
      >
        {width > 0 && (
          <ControlChart
            model={model}
            width={width}
            height={narrow ? 360 : Math.round(Math.min(560, Math.max(440, width * 0.54)))}
            inside={narrow}
            unit={unit}
            title={page.finding.headline}
            description={page.finding.textAlternative}
            active={reader.active}
            onActive={reader.setActive}
          />
        )}
      </div>
      <p className="readout noprint" role="status">
        {point
          ? pointSentence(point, unitWords(page.metric, page.result.query.basis, point.value), model.measured)
          : ''}
      </p>
      <p className="sr" id={help}>
        {page.finding.textAlternative} The table holds the same numbers.
      </p>
      {(model.left > 0 || (narrow && all)) && (
        <p className="kick noprint">
          {all ? 'All months. ' : `Last ${newestOnPhones} periods. `}
          <button type="button" className="link" onClick={() => setAll(!all)}>
            {all ? `Show the last ${newestOnPhones}` : `Show ${model.left} earlier ones`}
          </button>
        </p>
      )}
      <ShapeLegend model={model} />
      <FigureFooter page={page} />
    </figure>
  )
}
