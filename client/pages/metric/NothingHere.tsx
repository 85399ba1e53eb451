import { Link } from '@tanstack/react-router'

/** For filters and months without a single figure: says so in place, with the way out; hidden ones may be shown by longer periods. */
export function NothingHere({ reason, hidden }: { reason?: string; hidden: boolean }) {
  return (
    <div className="notice">
      <p className="h3">
        {hidden
          ? 'These figures are hidden to protect people'
          : 'There are no figures for these months and filters'}
      </p>
      {reason !== undefined && <p>{reason}</p>}
      <div className="row">
        {hidden &&
          (['quarter', 'financialYear'] as const).map((grain) => (
            <Link
              key={grain}
              className="btn"
              from="/metrics/$metric"
              to="/metrics/$metric"
              search={(before) => ({ ...before, grain, transform: undefined })}
            >
              {grain === 'quarter' ? 'Show by quarter' : 'Show by financial year'}
            </Link>
          ))}
        <Link
          className="btn"
          from="/metrics/$metric"
          to="/metrics/$metric"
          search={({ tab, area }) => ({ tab, area })}
        >
          Show all months and records
        </Link>
      </div>
    </div>
  )
}
