import { dashes } from './LinesChart.tsx'

/** What each stroke stands for, where the lines have no room for their names. */
export function LineKey({ names, leading = false }: { names: readonly string[]; leading?: boolean }) {
  return (
    <ul className="ixkey">
      {names.map((name, index) => (
        <li key={name}>
          <svg width="28" height="12" viewBox="0 0 28 12" aria-hidden="true">
            <path
              className={leading && index === 0 ? 'ixl first' : 'ixl'}
              strokeDasharray={dashes[index]}
              d="M0 6H28"
            />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}
