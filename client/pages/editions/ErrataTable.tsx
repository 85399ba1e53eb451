import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Erratum } from '../../../shared/editions/edition.ts'
import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import { restatementWords } from '../../../shared/series/restatement.ts'
import { questionName } from '../../../shared/scrutiny/questionName.ts'
import { formatDate } from '../../../shared/figures/formatDate.ts'
import { formatValue } from '../../../shared/figures/formatValue.ts'
import { ScrollBox } from '../../parts/ScrollBox.tsx'

const shownAtFirst = 20

interface Props {
  readonly errata: readonly Erratum[]
  /** Whether to name the editions that quoted the old value. */
  readonly naming?: boolean
}

/** Was, now, when, by which submission, of which kind and why. Figures that had counted as final come first. */
export function ErrataTable({ errata, naming = false }: Props) {
  const [all, setAll] = useState(false)
  if (errata.length === 0) return <p>No published figure has been restated.</p>
  const ordered = errata.toSorted((a, b) => Number(b.published === 'final') - Number(a.published === 'final'))
  const shown = all ? ordered : ordered.slice(0, shownAtFirst)
  return (
    <>
      <ScrollBox label="Table of errata" className="errata">
        <table className="plain">
          <caption className="sr">Published figures that have been restated</caption>
          <thead>
            <tr>
              <th scope="col">Measure and area</th>
              <th scope="col">Period</th>
              <th scope="col" className="r">
                Was
              </th>
              <th scope="col" className="r">
                Now
              </th>
              <th scope="col">Kind and reason</th>
              <th scope="col">Since</th>
              {naming && <th scope="col">Quoted in</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map((erratum) => (
              <Row
                key={`${erratum.metric} ${erratum.area} ${erratum.period} ${erratum.was}`}
                {...{ erratum, naming }}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {errata.length > shownAtFirst && (
        <p className="kick more">
          {all ? `All ${errata.length} errata. ` : `${shownAtFirst} of ${errata.length} errata. `}
          <button type="button" className="link" onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : 'Show all'}
          </button>
        </p>
      )}
    </>
  )
}

function Row({ erratum, naming }: { erratum: Erratum; naming: boolean }) {
  const { unit, was, now, on, submission, kind, reason, published } = erratum
  const say = (value: number | null) => (value === null ? 'none' : formatValue(value, { unit }))
  return (
    <tr>
      <th scope="row">
        <Link
          to="/metrics/$metric"
          params={{ metric: erratum.metric }}
          search={{ area: erratum.area, edition: 'live' }}
        >
          {erratum.metricName}
        </Link>
        <small>{erratum.areaName}</small>
      </th>
      <td className="nb">
        {periodLabel(erratum.period, erratum.grain)}
        {published === 'provisional' && <small>provisional when published</small>}
      </td>
      <td className="r">{say(was)}</td>
      <td className="r">
        <b>{say(now)}</b>
      </td>
      <td>
        {restatementWords[kind]}
        {reason !== null && <small>{reason}</small>}
      </td>
      <td className="nb">
        {on === null ? '–' : formatDate(on)}
        {submission !== null && <small>submission {submission}</small>}
      </td>
      {naming && (
        <td>
          {erratum.editions.map(({ number, title }) => (
            <Link key={number} className="quoted" to="/editions/$number" params={{ number: String(number) }}>
              {title}
            </Link>
          ))}
          {erratum.questions?.map((number) => (
            <Link
              key={number}
              className="quoted"
              to="/scrutiny/questions/$id"
              params={{ id: String(number) }}
            >
              Question {questionName(number)}
            </Link>
          ))}
        </td>
      )}
    </tr>
  )
}
