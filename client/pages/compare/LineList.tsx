import '../../styles/rail.css'
import '../../styles/choices.css'
import { useId, useState } from 'react'
import type { Feed } from '../../../shared/feeds/feed.ts'
import type { Metric } from '../../../shared/metrics/metric.ts'
import { mostLines, writeLines, type CompareLine, type CompareSearch } from '../../address/compareSearch.ts'
import { areaChoices } from '../../filters/areaChoices.ts'
import { MeasureOptions } from '../../forms/MeasureOptions.tsx'
import type { Session } from '../../trpc.ts'
import { dimensionsOf } from '../../../shared/feeds/dimensionsOf.ts'

interface Props {
  readonly lines: readonly CompareLine[]
  readonly metrics: readonly Metric[]
  readonly feeds: readonly Feed[]
  readonly session: Session
  readonly onChoose: (change: Partial<CompareSearch>) => void
}

/** Which lines are compared, and the way to add another: a measure, an area, and one part of its records. */
export function LineList({ lines, metrics, feeds, session, onChoose }: Props) {
  const id = useId()
  const [metric, setMetric] = useState(lines[0]?.metric ?? 'ms.crimes')
  const [area, setArea] = useState(session.partnership.code)
  const [only, setOnly] = useState('')
  const chosen = metrics.find((each) => each.id === metric)
  const dimensionsIn = (of: Metric | undefined) => {
    const feed = feeds.find((each) => each.id === of?.feed)
    return feed && of ? dimensionsOf(feed).all.filter(({ name }) => of.breakdowns.includes(name)) : []
  }
  const put = (next: readonly CompareLine[]) => onChoose({ lines: writeLines(next) })
  const add = () => {
    const [dimension = '', code = ''] = only.split('~')
    const line: CompareLine = {
      metric,
      ...(area === session.partnership.code ? {} : { area }),
      ...(code === '' ? {} : { only: { dimension, code } }),
    }
    if (!lines.some((each) => writeLines([each]) === writeLines([line]))) put([...lines, line])
  }
  return (
    <section className="linelist noprint" aria-labelledby={`${id}-h`}>
      <h2 className="rh" id={`${id}-h`}>
        Lines
      </h2>
      <ul>
        {lines.map((line) => {
          const of = metrics.find((each) => each.id === line.metric)
          const feed = feeds.find((each) => each.id === of?.feed)
          const where = session.partnership.areas.find(({ code }) => code === line.area)?.name
          const part = feed ? dimensionsOf(feed).labelOf(line.only) : null
          const name = [of?.name ?? line.metric, part, where ?? session.partnership.areaName]
            .filter((each) => each !== null)
            .join(', ')
          return (
            <li key={writeLines([line])}>
              {name}{' '}
              <button
                type="button"
                className="link"
                aria-label={`Remove ${name}`}
                onClick={() => put(lines.filter((each) => each !== line))}
              >
                Remove
              </button>
            </li>
          )
        })}
      </ul>
      {lines.length < mostLines ? (
        <form
          className="choices"
          onSubmit={(event) => {
            event.preventDefault()
            add()
          }}
        >
          <label className="choice">
            <span className="fl">Measure</span>
            <select
              value={metric}
              onChange={(event) => {
                setMetric(event.target.value)
                setOnly('')
              }}
            >
              <MeasureOptions measures={metrics} />
            </select>
          </label>
          <label className="choice">
            <span className="fl">Area</span>
            <select value={area} onChange={(event) => setArea(event.target.value)}>
              {areaChoices(session).map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <label className="choice">
            <span className="fl">Only</span>
            <select value={only} onChange={(event) => setOnly(event.target.value)}>
              <option value="">All records</option>
              {dimensionsIn(chosen).map((dimension) => (
                <optgroup key={dimension.name} label={dimension.label}>
                  {dimension.codes.map(({ code, label }) => (
                    <option key={code} value={`${dimension.name}~${code}`}>
                      {label}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </label>
          <button type="submit" className="btn">
            Add this line
          </button>
        </form>
      ) : (
        <p className="fs">Eight lines are as many as can be told apart. Remove one to add another.</p>
      )}
    </section>
  )
}
