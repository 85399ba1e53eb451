import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatSigned, formatValue } from '../../../../shared/figures/formatValue.ts'
import type { LinkedMeasure } from '../../../../shared/scrutiny/recommendation.ts'
import { Sparkline } from '../../../charts/sparkline/Sparkline.tsx'
import { api } from '../../../trpc.ts'

/** The latest final figure of a linked measure, and its change on a year before. */
export function LinkedFigure({ linked }: { linked: LinkedMeasure }) {
  const { data, isError } = useQuery(api.recommendations.measure.queryOptions(linked))
  if (isError) return <p className="mut">The linked measure cannot be shown.</p>
  if (!data) return <p className="mut">{'\u00a0'}</p>
  const { name, areaName, unit, latest, yearAgo, spark, why } = data
  return (
    <div className="lfig">
      <Link
        to="/metrics/$metric"
        params={{ metric: linked.metric }}
        search={{ area: linked.area ?? undefined }}
      >
        {name}, {areaName}
      </Link>
      {spark && <Sparkline spark={spark} label={`${name}, ${areaName}, the last two years`} />}
      {latest === null ? (
        <p className="mut">{why}</p>
      ) : (
        <p>
          <b>{formatValue(latest.value, { unit })}</b> in {latest.label}
          {yearAgo && (
            <small>
              {formatSigned(latest.value - yearAgo.value, { unit }, false)} on {yearAgo.label},{' '}
              {formatValue(yearAgo.value, { unit })}
            </small>
          )}
        </p>
      )}
    </div>
  )
}
