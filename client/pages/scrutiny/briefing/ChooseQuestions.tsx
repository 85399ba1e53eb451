import { useMutation, useQuery } from '@tanstack/react-query'
import type { Briefing } from '../../../../shared/scrutiny/briefing.ts'
import { questionName } from '../../../../shared/scrutiny/questionName.ts'
import { questionStatuses } from '../../../../shared/scrutiny/questionStatus.ts'
import { OrderTools } from '../../../forms/OrderTools.tsx'
import { SelectField } from '../../../forms/SelectField.tsx'
import { FormProblem } from '../../../forms/FormProblem.tsx'
import { api } from '../../../trpc.ts'

interface Props {
  readonly briefing: Briefing
  /** Asks for the briefing as it is now. */
  readonly onChosen: () => Promise<void>
}

/** Which questions the briefing holds, in which order. */
export function ChooseQuestions({ briefing, onChosen }: Props) {
  const all = useQuery(api.questions.list.queryOptions({})).data?.questions ?? []
  const choose = useMutation(api.briefings.choose.mutationOptions({ onSettled: onChosen }))
  const chosen = choose.isPending ? choose.variables.questions : briefing.questions
  const put = (questions: readonly number[]) =>
    choose.mutate({ number: briefing.number, questions: [...questions], version: briefing.version })
  const move = (place: number, by: -1 | 1) => {
    const next = [...chosen]
    const [taken] = next.splice(place, 1)
    if (taken !== undefined) next.splice(place + by, 0, taken)
    put(next)
  }
  const words = (number: number) => all.find((each) => each.number === number)?.texts.text.value ?? ''
  const others = all.filter(({ number, status }) => !chosen.includes(number) && status !== 'withdrawn')
  return (
    <fieldset className="brchoose">
      <legend className="h3">Questions</legend>
      {chosen.length === 0 && <p className="mut">None has been chosen yet.</p>}
      <ol>
        {chosen.map((number, place) => (
          <li key={number}>
            <span>
              {questionName(number)} {words(number)}
            </span>
            <OrderTools
              name={questionName(number)}
              at={place}
              of={chosen.length}
              disabled={choose.isPending}
              onMove={(by) => move(place, by)}
              onRemove={() => put(chosen.filter((each) => each !== number))}
            />
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <SelectField
          label="Add a question"
          value=""
          disabled={choose.isPending}
          onChoose={(value) => {
            if (value !== '') put([...chosen, Number(value)])
          }}
        >
          <option value="">Choose one</option>
          {others.map(({ number, status, texts }) => (
            <option key={number} value={number}>
              {questionName(number)} ({questionStatuses[status].toLowerCase()}){' '}
              {texts.text.value.slice(0, 90)}
            </option>
          ))}
        </SelectField>
      )}
      <FormProblem message={choose.error?.message ?? null} />
    </fieldset>
  )
}
