import '../../styles/figure.css'
import '../../styles/areaPage.css'
import '../../styles/areaTable.css'
import '../../styles/areaPrint.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { readAsAt } from '../../address/metricQuery.ts'
import { usualMonths } from '../../address/usualMonths.ts'
import { overviewOptions } from '../../figures/figureQueries.ts'
import { AreaFilters } from '../../filters/AreaFilters.tsx'
import { CopyLink } from '../../parts/CopyLink.tsx'
import { Problem } from '../../parts/Problem.tsx'
import { EditionNotice } from '../../parts/EditionNotice.tsx'
import { useBusy } from '../../parts/useBusy.ts'
import { useEdition } from '../../parts/useEdition.ts'
import { useSession } from '../../parts/useSession.ts'
import { useTitle } from '../../parts/useTitle.ts'
import { EmptyPage } from '../EmptyPage.tsx'
import { groupRows } from '../overview/groupRows.ts'
import { AreaChanges } from './AreaChanges.tsx'
import { AreaDifferences } from './AreaDifferences.tsx'
import { AreaNotes } from './AreaNotes.tsx'
import { areaSentence } from './areaSentence.ts'
import { AreaTable } from './AreaTable.tsx'
import { UnknownArea } from './UnknownArea.tsx'

const lengths = { '1': 1, '3': 3, '12': 12 } as const

/** One area's whole picture on one page, beside the partnership: what its own accountability meeting reads. */
export function AreaPage() {
  const { area: code } = useParams({ from: '/areas/$area' })
  const search = useSearch({ from: '/areas/$area' })
  const session = useSession()
  const { number: edition, known } = useEdition()
  const area = session?.partnership.areas.find((each) => each.code === code)
  const months = lengths[search.months ?? usualMonths(session?.months)]
  const asked = { to: search.to, months, asAt: readAsAt(search.asAt) }
  const own = useQuery({
    ...overviewOptions(edition, { ...asked, area: code }),
    enabled: known && area !== undefined && session?.empty === false,
    placeholderData: keepPreviousData,
  })
  const whole = useQuery({
    ...overviewOptions(edition, asked),
    enabled: known && area !== undefined && session?.empty === false,
    placeholderData: keepPreviousData,
  })
  const busy = useBusy()
  useTitle(area?.name ?? 'Area')
  if (session?.empty === true) return <EmptyPage />
  if (session && !area) return <UnknownArea code={code} session={session} />

  const scorecard = own.data?.area.code === code ? own.data : undefined
  const rows = scorecard?.rows.filter(({ headline }) => headline)
  const { areaName = '' } = session?.partnership ?? {}
  return (
    <>
      <AreaFilters code={code} search={search} session={session} period={scorecard?.period} />
      <main id="main" className="wrap areapage" tabIndex={-1} aria-busy={busy}>
        <div className="chead">
          <div>
            <h1 className="h1">
              {area && rows ? areaSentence(rows, { ...area, whole: areaName }) : (area?.name ?? 'One area')}
            </h1>
          </div>
          <div className="row noprint">
            <CopyLink />
            <button type="button" className="btn" onClick={() => window.print()}>
              Print this page
            </button>
          </div>
        </div>
        <EditionNotice />
        {own.isError ? (
          <Problem
            error={own.error}
            what={area?.name ?? 'This area'}
            holds={`Other ${session?.partnership.areaNoun.many ?? 'areas'} are not affected.`}
            onRetry={() => void Promise.all([own.refetch(), whole.refetch()])}
          />
        ) : (
          <>
            <div className={scorecard ? 'areafind' : 'areafind waiting'}>
              <AreaChanges scorecard={scorecard} />
              <AreaDifferences rows={rows} area={area} whole={areaName} />
            </div>
            {whole.isError && (
              <Problem
                error={whole.error}
                what={`The column of ${areaName}`}
                holds="The figures of the area are complete."
                onRetry={() => void whole.refetch()}
              />
            )}
            <AreaTable
              groups={rows && groupRows(rows, 'themes')}
              scorecard={scorecard}
              area={area}
              whole={{ name: areaName, rows: whole.data?.rows ?? [] }}
            />
            {scorecard && session && (
              <AreaNotes code={code} rows={rows ?? []} scorecard={scorecard} session={session} />
            )}
          </>
        )}
      </main>
    </>
  )
}
