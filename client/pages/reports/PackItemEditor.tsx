import { useMutation } from '@tanstack/react-query'
import type { PackItem } from '../../../shared/packs/pack.ts'
import { FigureDrawing } from '../../charts/figureChart/FigureDrawing.tsx'
import { FormProblem } from '../../forms/FormProblem.tsx'
import { OrderTools } from '../../forms/OrderTools.tsx'
import { useWidth } from '../../parts/useWidth.ts'
import { api } from '../../trpc.ts'
import { FlagNotice } from './FlagNotice.tsx'
import { PackTextEditor } from './PackTextEditor.tsx'
import { usePackChange } from './usePackChange.ts'

interface Props {
  readonly pack: number
  readonly item: PackItem
  readonly at: number
  readonly of: number
}

/** A figure of the pack with its commentary and its place. */
export function PackItemEditor({ pack, item, at, of }: Props) {
  const { id, figure, problem, shows, flag } = item
  const [ref, width] = useWidth<HTMLDivElement>()
  const change = usePackChange(pack)
  const move = useMutation(api.packs.move.mutationOptions(change))
  const remove = useMutation(api.packs.remove.mutationOptions(change))
  const show = useMutation(api.packs.show.mutationOptions(change))
  const failed = move.error ?? remove.error ?? show.error
  const name = figure?.title ?? `Figure ${at + 1}`
  return (
    <li className="item">
      <p className="kick">
        Figure {at + 1} of {of}
      </p>
      <h3 className="finding">{name}</h3>
      {figure && <p className="sub">{figure.subtitle}</p>}
      <FormProblem
        message={problem === null ? null : `${problem} Take it out before the pack is published.`}
      />
      <OrderTools
        name={name}
        at={at}
        of={of}
        disabled={move.isPending}
        onMove={(by) => move.mutate({ pack, id, by })}
        onRemove={() => remove.mutate({ pack, id })}
      >
        <label>
          <span>Shown as</span>
          <select
            value={shows}
            onChange={(event) =>
              show.mutate({ pack, id, shows: event.target.value === 'table' ? 'table' : 'chart' })
            }
          >
            <option value="chart">chart</option>
            <option value="table">table alone</option>
          </select>
        </label>
      </OrderTools>
      <FormProblem message={failed?.message ?? null} />
      <div ref={ref} className="thumb">
        {width > 0 && figure && shows === 'chart' && (
          <FigureDrawing figure={figure} width={Math.min(width, 720)} />
        )}
        {shows === 'table' && (
          <p className="kick">The pack shows its {figure?.table.rows.length} rows as a table.</p>
        )}
      </div>
      {flag !== null && <FlagNotice pack={pack} id={id} flag={flag} />}
      <PackTextEditor
        key={`${pack} ${id}`}
        pack={pack}
        place={id}
        label={`Commentary on: ${name}`}
        kept={item.text}
      />
    </li>
  )
}
