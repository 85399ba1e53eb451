interface Props {
  readonly events: readonly { readonly x: number; readonly letter: string }[]
  readonly height: number
  /** Letters are written once, on the first panel. */
  readonly lettered: boolean
}

/** The events that lie over every panel, in their months. */
export function EventLines({ events, height, lettered }: Props) {
  return (
    <g aria-hidden="true">
      {events.map(({ x, letter }) => (
        <g key={letter}>
          <path className="evl" d={`M${x} ${lettered ? 16 : 0}V${height - 22}`} />
          {lettered && (
            <>
              <circle className="evd" cx={x} cy="8" r="8" />
              <text className="evt" x={x} y="12" textAnchor="middle">
                {letter}
              </text>
            </>
          )}
        </g>
      ))}
    </g>
  )
}
