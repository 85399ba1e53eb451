import '../../styles/rail.css'
import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import type { CompareSearch } from '../../address/compareSearch.ts'
import { figureState } from '../../../shared/figures/figureText.ts'
import { formatSpan } from '../../../shared/figures/formatSpan.ts'
import { Problem } from '../../parts/Problem.tsx'
import { OptionGroup } from '../../forms/OptionGroup.tsx'
import { CompareDrawing } from './CompareDrawing.tsx'
import { CompareExport } from './CompareExport.tsx'
import type { Compared } from './compared.ts'
import { CompareTable } from './CompareTable.tsx'
import type { Training } from './useTraining.ts'

interface Props {
  readonly whole: Compared
  /** How many lines there will be. */
  readonly count: number
  readonly search: CompareSearch
  readonly onChoose: (change: Partial<CompareSearch>) => void
  /** Trainings and campaigns over the same periods; null where none can be had: an edition does not hold them. */
  readonly training: Training | null
}

/** The lines over the same months: each on its own scale, or all as shares of their first year; or as a table. */
export function CompareFigure({ whole, count, search, onChoose, training }: Props) {
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
        {training !== null && (
          <label className="opt">
            <input
              type="checkbox"
              checked={search.training === '1'}
              onChange={(event) => onChoose({ training: event.target.checked ? '1' : undefined })}
            />
            Trainings and campaigns below
          </label>
        )}
        {lines.length > 0 && <CompareExport whole={whole} search={search} training={training?.rows ?? []} />}
      </div>
      {training?.error != null && (
        <Problem
          error={training.error}
          what="Trainings and campaigns"
          holds="The lines themselves are shown."
        />
      )}
      <p className="sub">
        {areas.length === 1 ? `${areas[0]}, by` : 'By'} {grain}, {span}.{' '}
        {isTable
          ? 'Newest first.'
          : search.scale === 'indexed'
            ? '100 is the mean of the first year of each line.'
            : 'Each line has its own scale from zero; months lie under one another. Band: usual range.'}
      </p>
      {isTable ? (
        <CompareTable whole={whole} training={training?.rows ?? []} />
      ) : (
        <CompareDrawing whole={whole} count={count} search={search} training={training?.rows ?? []} />
      )}
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
