import { useNavigate } from '@tanstack/react-router'
import { may } from '../../shared/access/permission.ts'
import type { MetricSearch } from '../address/metricSearch.ts'
import { formatDate } from '../../shared/figures/formatDate.ts'
import { Popover } from './Popover.tsx'
import { useEdition } from './useEdition.ts'
import { useSession } from './useSession.ts'

/** Chooses between what was published and live figures. Nothing to choose while nothing has been published. */
export function EditionSwitch() {
  const { number, mark, editions } = useEdition()
  const session = useSession()
  const navigate = useNavigate()
  if (editions.length === 0) return null
  const choose = (edition: string) =>
    void navigate({
      to: '.',
      search: (before: Pick<MetricSearch, 'area' | 'tab'>) => ({
        area: before.area,
        tab: before.tab === 'revisions' ? undefined : before.tab,
        edition,
      }),
      replace: true,
    })
  return (
    <div className="edition" role="group" aria-label="Edition">
      <Popover
        className={number === null ? 'caret' : 'caret pressed'}
        panelLabel="Published editions"
        align="end"
        label={
          number === null ? (
            'As published'
          ) : (
            <>
              <svg className="tick" viewBox="0 0 14 14" aria-hidden="true">
                <path d="M2.5 7.4l3 3 6-6.6" />
              </svg>
              As published for {mark ? formatDate(mark.meetingDate) : `edition ${number}`}
            </>
          )
        }
      >
        {(close) => (
          <>
            {editions.map((each) => (
              <button
                key={each.number}
                type="button"
                className="act wide"
                aria-current={each.number === number ? 'true' : undefined}
                onClick={() => {
                  choose(String(each.number))
                  close()
                }}
              >
                {formatDate(each.meetingDate)}
                <span>{each.title}</span>
              </button>
            ))}
          </>
        )}
      </Popover>
      {session && may(session.viewer.role, 'data') && (
        <button type="button" aria-pressed={number === null} onClick={() => choose('live')}>
          Live
        </button>
      )}
    </div>
  )
}
