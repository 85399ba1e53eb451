import '../../styles/crumb.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Metric } from '../../../shared/metrics/metric.ts'
import { themeLabel } from '../../../shared/metrics/themes.ts'
import type { MetricPage } from '../../../shared/series/metricPage.ts'
import type { MetricSearch } from '../../address/metricSearch.ts'
import { ExportMenu } from '../../export/ExportMenu.tsx'
import { CopyLink } from '../../parts/CopyLink.tsx'
import { api } from '../../trpc.ts'
import { AskAbout } from './AskAbout.tsx'

interface Props {
  readonly id: string
  readonly metric: Metric | undefined
  readonly page: MetricPage | undefined
  readonly search: MetricSearch
}

/** Where the measure stands in the catalogue, and what it says, as a sentence. */
export function MetricHead({ id, metric, page, search }: Props) {
  const metrics = useQuery(api.metrics.queryOptions()).data ?? []
  const at = metrics.findIndex((each) => each.id === id)
  const before = at > 0 ? metrics[at - 1] : undefined
  const after = at >= 0 ? metrics[at + 1] : undefined
  const keep = { area: search.area, from: search.from, to: search.to }
  return (
    <>
      <div className="crumb">
        <span>
          {metric ? (
            <>
              <Link to="/metrics" hash={metric.theme}>
                {themeLabel(metric.theme)}
              </Link>
              &nbsp;/&nbsp;{metric.name}
            </>
          ) : (
            '\u00a0'
          )}
        </span>
        <span className="wide noprint">
          {before && (
            <Link to="/metrics/$metric" params={{ metric: before.id }} search={keep} title={before.name}>
              Previous measure
            </Link>
          )}
          {after && (
            <Link to="/metrics/$metric" params={{ metric: after.id }} search={keep} title={after.name}>
              Next measure
            </Link>
          )}
        </span>
      </div>
      <div className="mhead">
        <div>
          <h1 className="h1">{page?.finding.headline ?? metric?.name ?? 'Measure'}</h1>
          {page && page.finding.detail !== '' && <p className="dek">{page.finding.detail}</p>}
        </div>
        <div className="row noprint">
          {page && <AskAbout page={page} />}
          <CopyLink />
          {page && <ExportMenu page={page} search={search} />}
        </div>
      </div>
    </>
  )
}
