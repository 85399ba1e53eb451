import { useMutation } from '@tanstack/react-query'
import type { Pack } from '../../../shared/packs/pack.ts'
import { api } from '../../trpc.ts'
import { usePackChange } from './usePackChange.ts'

/** Whether the pack lists the questions that the board has asked and that are still open. */
export function ListQuestions({ pack }: { pack: Pack }) {
  const list = useMutation(api.packs.questions.mutationOptions(usePackChange(pack.number)))
  return (
    <label className="opt">
      <input
        type="checkbox"
        checked={list.isPending ? list.variables.questions : pack.questions}
        onChange={(event) => list.mutate({ pack: pack.number, questions: event.target.checked })}
      />
      Open questions of the board
    </label>
  )
}
