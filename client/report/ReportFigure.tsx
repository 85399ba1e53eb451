import '../styles/figure.css'
import type { ReportBlock } from '../../shared/report/report.ts'
import { chartsOf } from '../../shared/figures/chartsOf.ts'
import { FigureDrawing } from '../charts/figureChart/FigureDrawing.tsx'
import { useWidth } from '../parts/useWidth.ts'
import { BehindTable } from './BehindTable.tsx'

/** As wide as the column on paper: what is drawn on the screen is what is printed. */
const widest = 700

interface Props {
  readonly block: Extract<ReportBlock, { kind: 'figure' }>
  readonly number: number
}

/** A numbered figure with everything that must be known of it. */
export function ReportFigure({ block: { figure, shows }, number }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const { chart, reference } = figure
  const drawn = shows === 'chart' && chartsOf(figure).length > 0
  const cautions = [...figure.caveats, ...figure.gaps, ...figure.events]
  return (
    <figure className="fig">
      <p className="sub">{figure.subtitle}</p>
      {drawn ? (
        <div ref={ref} className="drawn">
          {width > 0 && <FigureDrawing figure={figure} width={Math.min(widest, width)} />}
        </div>
      ) : (
        <BehindTable figure={figure} number={number} />
      )}
      <figcaption className="src">
        {drawn && (
          <span className="caption">
            <b>Figure {number}.</b> {figure.title}.{' '}
            {chart && chart.legend.length > 0 && (
              <>Marks: {chart.legend.map(({ words }) => words.toLowerCase()).join('; ')}. </>
            )}
            <a href={`#table-${number}`}>Numbers in table {number}</a>.
          </span>
        )}
        <span>
          <b>What it counts.</b> {figure.metric.definition}
        </span>
        {cautions.length > 0 && (
          <span>
            <b>Read with care.</b> {cautions.slice(0, 6).join(' ')}
            {cautions.length > 6 && ` The table marks ${cautions.length - 6} more.`}
          </span>
        )}
        <span>
          <b>Source.</b>{' '}
          {[figure.source, figure.method, figure.state].filter((text) => text !== '').join(' ')}
        </span>
        {reference !== null && (
          <span className="cite">
            <b>Cite as.</b> <a href={reference.link}>{reference.link}</a>
          </span>
        )}
      </figcaption>
    </figure>
  )
}
