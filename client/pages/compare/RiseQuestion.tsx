import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { readingsOf } from '../../../shared/metrics/companionReadings.ts'
import type { Metric } from '../../../shared/metrics/metric.ts'
import { riseReading, type CompanionEvidence } from '../../../shared/series/riseReading.ts'
import type { CompareSearch } from '../../address/compareSearch.ts'
import { metricPageOptions } from '../../figures/figureQueries.ts'
import { ScrollBox } from '../../parts/ScrollBox.tsx'
import { useEdition } from '../../parts/useEdition.ts'
import { VariationMark } from '../../parts/VariationMark.tsx'
import type { Session } from '../../trpc.ts'
import { lineQuery } from './compareQueries.ts'
import { riseWords } from './riseWords.ts'

interface Props {
  readonly subject: Metric
  readonly search: CompareSearch
  readonly session: Session | undefined
  readonly metrics: readonly Metric[]
}

const expectedWords = { up: 'Rises', down: 'Falls', steady: 'Stays as usual' } as const

/** Companion measures side by side: what each would show if reporting improved or harm grew, and what it does show. */
export function RiseQuestion({ subject, search, session, metrics }: Props) {
  const { number: edition, known } = useEdition()
  const readings = readingsOf(subject.id)
  const area = search.area === undefined ? {} : { area: search.area }
  const asked = [subject.id, ...readings.map(({ metric }) => metric)]
  const pages = useQueries({
    queries: asked.map((metric) => ({
      ...metricPageOptions(edition, lineQuery({ metric, ...area }, search, edition)),
      enabled: known,
    })),
  })
  const [own, ...others] = pages
  const settled = pages.every(({ isPending }) => !isPending)
  const name = session?.partnership.areas.find(({ code }) => code === search.area)?.name
  const nameOf = (id: string) => metrics.find((each) => each.id === id)?.name ?? id
  if (readings.length === 0) {
    return (
      <section className="riseq" aria-labelledby="rise">
        <h2 className="h2" id="rise">
          What would tell better reporting from more harm
        </h2>
        <p className="dek">
          No companion measures have been agreed for {subject.name.toLowerCase()}, so nothing here can tell
          the two apart. {subject.polarity.reason}
        </p>
      </section>
    )
  }
  if (!settled || !own?.data) return <div className="chartspace" />
  const reading = riseReading(
    own.data.chart.variation,
    readings.map((each, index) => ({
      reading: each,
      variation: others[index]?.data?.chart.variation ?? null,
    })),
  )
  const turned = reading.direction === 'fall'
  return (
    <section className="riseq" aria-labelledby="rise">
      <h2 className="h2" id="rise">
        {riseWords(reading).headline}
      </h2>
      <p className="dek">
        {riseWords(reading).detail} {subject.polarity.reason}
      </p>
      <ScrollBox label="Companion measures">
        <table className="plain rise">
          <caption className="sr">
            Companions of {subject.name}
            {name === undefined ? '' : `, ${name}`}
          </caption>
          <thead>
            <tr>
              <th scope="col">Companion</th>
              <th scope="col">If reporting {turned ? 'fell off' : 'improved'}</th>
              <th scope="col">If harm {turned ? 'fell' : 'grew'}</th>
              <th scope="col">What it shows</th>
              <th scope="col">Speaks for</th>
            </tr>
          </thead>
          <tbody>
            {reading.companions.map((each, index) => {
              const page = others[index]?.data
              return (
                <tr key={each.reading.metric}>
                  <th scope="row">
                    <Link to="/metrics/$metric" params={{ metric: each.reading.metric }} search={area}>
                      {nameOf(each.reading.metric)}
                    </Link>
                    <small className="mut">{each.reading.reason}</small>
                  </th>
                  <td>{expectedWords[each.ifReporting]}</td>
                  <td>{expectedWords[each.ifHarm]}</td>
                  <td>
                    {page ? (
                      <VariationMark variation={page.chart.variation} size={18} detail />
                    ) : (
                      'Could not be loaded'
                    )}
                  </td>
                  <td>{speaksWords(each, turned)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollBox>
      <p className="src noline">
        What each companion would show is the dashboard’s suggestion for the Board to agree. A measure within
        its usual range is no evidence either way. Timing alone never shows a cause.
      </p>
    </section>
  )
}

function speaksWords({ speaksFor, shown, ifReporting, ifHarm }: CompanionEvidence, turned: boolean): string {
  if (speaksFor === 'reporting') return turned ? 'Less reporting' : 'Better reporting'
  if (speaksFor === 'harm') return turned ? 'Less harm' : 'More harm'
  if (ifReporting === ifHarm) return 'Neither: it would move alike'
  if (shown === null) return 'Neither: cannot be judged'
  return shown === 'steady' ? 'Neither: no unusual change' : 'Neither: an unexpected move'
}
