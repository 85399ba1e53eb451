import { useMutation } from '@tanstack/react-query'
import { formatNumber } from '../../../shared/figures/formatValue.ts'
import type { PackFlag } from '../../../shared/packs/pack.ts'
import { api } from '../../trpc.ts'
import { usePackChange } from './usePackChange.ts'

interface Props {
  readonly pack: number
  readonly id: string
  readonly flag: PackFlag
}

/** How the figure moved since the commentary below was written: was, now. */
export function FlagNotice({ pack, id, flag }: Props) {
  const settle = useMutation(api.packs.settle.mutationOptions(usePackChange(pack)))
  return (
    <div className="flag">
      <h4>{flag.kind === 'moved' ? 'The figure has moved since this was written' : 'The figure is gone'}</h4>
      <dl>
        <div>
          <dt>Was</dt>
          <dd>{flag.was}</dd>
        </div>
        <div>
          <dt>Now</dt>
          <dd>{flag.kind === 'moved' ? flag.now : flag.why}</dd>
        </div>
      </dl>
      {flag.kind === 'moved' && flag.restated.length > 0 && (
        <ul>
          {flag.restated.map(({ series, category, was, now }) => (
            <li key={`${series} ${category}`}>
              {category}, {series.toLowerCase()}: was {say(was)}, now {say(now)}
            </li>
          ))}
        </ul>
      )}
      <button
        type="button"
        className="btn"
        disabled={settle.isPending}
        onClick={() => settle.mutate({ pack, id })}
      >
        {flag.kind === 'moved' ? 'I have read the commentary again' : 'I have seen this'}
      </button>
    </div>
  )
}

function say(value: number | null): string {
  return value === null ? 'none' : formatNumber(value, Number.isInteger(value) ? 0 : 1)
}
