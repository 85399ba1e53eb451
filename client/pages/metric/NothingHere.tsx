import { Link } from '@tanstack/react-router'

/** For filters and months without a single figure: says so in place, with the way out. */
export function NothingHere({ reason }: { reason?: string }) {
  return (
    <div className="notice">
      <p className="h3">There are no figures for these months and filters</p>
      {reason !== undefined && <p>{reason}</p>}
      <div className="row">
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
