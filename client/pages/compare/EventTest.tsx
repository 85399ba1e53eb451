import '../../styles/choices.css'
import { useQueries } from '@tanstack/react-query'
import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import type { StepTest } from '../../../shared/series/stepTest.ts'
import { isMonth } from '../../../shared/periods/month.ts'
import type { CompareSearch } from '../../address/compareSearch.ts'
import { formatNumber, formatSigned, formatValue } from '../../../shared/figures/formatValue.ts'
import { ScrollBox } from '../../parts/ScrollBox.tsx'
import { api } from '../../trpc.ts'
import type { Compared, ComparedLine } from './compared.ts'
import { lineQuery } from './compareQueries.ts'

interface Props {
  readonly whole: Compared
  readonly search: CompareSearch
  readonly onChoose: (change: Partial<CompareSearch>) => void
}

/** Did a line stand at another level after an event than before? Association only, and it says when it cannot tell. */
export function EventTest({ whole, search, onChoose }: Props) {
  const { lines, events, periods, grain } = whole
  const months = events.map(({ event }) => event.month)
  const at = search.at
  const tests = useQueries({
    queries: lines.map(({ line }) => ({
      ...api.stepTest.queryOptions({
        query: { ...lineQuery(line, search, null), from: search.from ?? firstMonth(periods) },
        at: at !== undefined && isMonth(at) ? at : '2000-01',
      }),
      enabled: at !== undefined && isMonth(at),
    })),
  })
  const chosen = events.find(({ event }) => event.month === at)
  const title = chosen?.event.title ?? (at === undefined ? '' : periodLabel(at, 'month'))
  return (
    <section className="sect" aria-labelledby="event">
      <h2 className="h2" id="event">
        Did the level change after an event?
      </h2>
      <p className="dek">
        For each line: the mean before and after, and whether the difference is beyond chance and lasts. It
        shows what went together in time. Anything else that changed then would look the same.
      </p>
      <div className="choices noprint">
        <label className="choice">
          <span className="fl">Event or month</span>
          <select
            value={at ?? ''}
            onChange={(event) => onChoose({ at: event.target.value === '' ? undefined : event.target.value })}
          >
            <option value="">Choose one</option>
            {events.length > 0 && (
              <optgroup label="Events">
                {events.map(({ letter, event }) => (
                  <option key={letter} value={event.month}>
                    {periodLabel(event.month, 'month')}: {event.title}
                  </option>
                ))}
              </optgroup>
            )}
            {grain === 'month' && (
              <optgroup label="Any month">
                {periods
                  .filter((period) => !months.includes(period))
                  .toReversed()
                  .map((period) => (
                    <option key={period} value={period}>
                      {periodLabel(period, grain)}
                    </option>
                  ))}
              </optgroup>
            )}
          </select>
        </label>
      </div>
      {at !== undefined && (
        <ScrollBox label="Before and after">
          <table className="plain">
            <caption className="sr">Before and after {title}</caption>
            <thead>
              <tr>
                <th scope="col">{title}</th>
                <th scope="col" className="r">
                  Mean before ({grain}s)
                </th>
                <th scope="col" className="r">
                  Mean after ({grain}s)
                </th>
                <th scope="col" className="r">
                  Difference
                </th>
                <th scope="col" className="r">
                  95% interval
                </th>
                <th scope="col">What the figures say</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line, index) => (
                <TestRow
                  key={line.name}
                  line={line}
                  test={tests[index]?.data}
                  failed={tests[index]?.isError}
                />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  )
}

interface RowProps {
  readonly line: ComparedLine
  readonly test: StepTest | undefined
  readonly failed: boolean | undefined
}

function TestRow({ line, test, failed }: RowProps) {
  const say = (value: number) => formatValue(value, line.measured)
  const evidence = test?.evidence
  if (evidence?.kind !== 'evidence') {
    return (
      <tr>
        <th scope="row">{line.name}</th>
        <td colSpan={4} />
        <td>
          {failed === true
            ? 'Could not be tested: the server gave no answer.'
            : evidence && `Cannot be told. ${evidence.reason}`}
        </td>
      </tr>
    )
  }
  const { before, after, difference, changePercent, supported, reasons } = evidence
  return (
    <tr>
      <th scope="row">{line.name}</th>
      <td className="r">
        {say(before.mean)} <small className="mut">({before.n})</small>
      </td>
      <td className="r">
        {say(after.mean)} <small className="mut">({after.n})</small>
      </td>
      <td className="r">
        {formatSigned(difference.value, line.measured)}
        {changePercent !== null && line.measured.unit === 'count' && before.mean >= 20 && (
          <small className="mut"> ({formatNumber(changePercent)}%)</small>
        )}
      </td>
      <td className="r nb">
        {formatSigned(difference.lower, line.measured)} to {formatSigned(difference.upper, line.measured)}
      </td>
      <td>
        <b>
          {supported ? 'A lasting change of level goes with it.' : 'No lasting change of level can be told.'}
        </b>{' '}
        {reasons.join(' ')} {test?.adjustment}
      </td>
    </tr>
  )
}

/** Sixty months are shown; the test takes the same ones. */
function firstMonth(periods: readonly string[]): string | undefined {
  const [first] = periods
  return first !== undefined && isMonth(first) ? first : undefined
}
