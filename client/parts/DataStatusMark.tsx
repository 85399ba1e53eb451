import type { DataStatus } from '../../shared/series/scorecard.ts'

const words: Record<DataStatus['kind'], string> = {
  upToDate: 'Up to date',
  provisional: 'Provisional',
  late: 'Late',
  restated: 'Restated',
  notSupplied: 'Not supplied',
}

/** How far the data behind a figure can be relied on: icon, word and detail, in ink only. */
export function DataStatusMark({ status }: { status: DataStatus }) {
  const pressing = status.kind === 'late' || status.kind === 'notSupplied'
  const shown = status.kind === 'upToDate' ? '' : status.detail
  return (
    <span className={pressing ? 'st em' : 'st'}>
      <DataStatusIcon kind={status.kind} />
      <span>
        {words[status.kind]}
        {shown !== '' && <small>{shown}</small>}
      </span>
    </span>
  )
}

/** The icon alone; always stands beside words. */
export function DataStatusIcon({ kind }: { kind: DataStatus['kind'] }) {
  return (
    <svg className="si" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <Glyph kind={kind} />
    </svg>
  )
}

function Glyph({ kind }: { kind: DataStatus['kind'] }) {
  switch (kind) {
    case 'upToDate':
      return <path className="s-l" d="M2.5 7.4l3 3 6-6.6" />
    case 'provisional':
      return <circle className="s-l" cx="7" cy="7" r="5.4" strokeDasharray="2.2 1.9" />
    case 'late':
      return (
        <>
          <circle className="s-l" cx="7" cy="7" r="5.4" />
          <path className="s-l" d="M7 3.8V7l2.4 1.6" />
        </>
      )
    case 'restated':
      return <path className="s-l" d="M2 5.2h9.2M8.6 2.4l2.8 2.8M12 9H2.8M5.4 11.8L2.6 9" />
    case 'notSupplied':
      return <path className="s-l" d="M3 3l8 8M11 3l-8 8" />
  }
}
