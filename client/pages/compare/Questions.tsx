import '../../styles/rail.css'
import { Link } from '@tanstack/react-router'
import { readingsOf } from '../../../shared/metrics/companionReadings.ts'
import type { Metric } from '../../../shared/metrics/metric.ts'

/** Where to begin while nothing is compared: the measures whose rise or fall has companions to read it by. */
export function Questions({ metrics }: { metrics: readonly Metric[] }) {
  const subjects = metrics.filter(({ id }) => readingsOf(id).length > 0)
  return (
    <section className="step" aria-labelledby="questions">
      <p className="dek">
        Up to eight measures, areas or parts of a measure over the same months. Add the first below, or begin
        with a question.
      </p>
      <h2 className="rh step" id="questions">
        Is the change good news?
      </h2>
      <ul className="questionlist">
        {subjects.map(({ id, name }) => (
          <li key={id}>
            <Link to="/compare" search={{ of: id }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
