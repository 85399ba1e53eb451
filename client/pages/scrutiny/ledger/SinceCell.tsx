import { useQuery } from '@tanstack/react-query'
import { formatValue } from '../../../../shared/figures/formatValue.ts'
import { Sparkline } from '../../../charts/sparkline/Sparkline.tsx'
import { api } from '../../../trpc.ts'
import { MovementMark } from '../MovementMark.tsx'

/** The first figure of a question then and now, in a cell of the ledger. */
export function SinceCell({ number }: { number: number }) {
  const { data, isError } = useQuery(api.questions.since.queryOptions({ number }))
  if (isError) return <span className="mut">Could not be worked out</span>
  const since = data?.figures[0]?.since
  if (!since) return <span className="mut">{'\u00a0'}</span>
  const { unit, basis, frozen, now, spark, movement, restated } = since
  const say = (figure: typeof frozen) =>
    figure === null ? 'none' : formatValue(figure.value, { unit, basis })
  return (
    <>
      {spark && (
        <Sparkline
          spark={spark}
          since={since.from}
          label={`${since.measure}: ${say(frozen)} when it was asked, ${say(now)} now`}
        />
      )}
      <p className="tn">
        {say(frozen)} then, {say(now)} now{restated.length > 0 && ' [r]'}
      </p>
      <MovementMark movement={movement} />
    </>
  )
}
