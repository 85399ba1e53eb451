import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Briefing } from '../../../../shared/scrutiny/briefing.ts'
import { questionName } from '../../../../shared/scrutiny/questionName.ts'
import { questionStatuses } from '../../../../shared/scrutiny/questionStatus.ts'
import { api } from '../../../trpc.ts'

/** Which questions the briefing holds, in which order. */
export function ChooseQuestions({ briefing, onChosen }: { briefing: Briefing; onChosen: () => void }) {
  const all = useQuery(api.questions.list.queryOptions({})).data?.questions ?? []
  const [chosen, setChosen] = useState<readonly number[]>(briefing.questions)
  const choose = useMutation(api.briefings.choose.mutationOptions({ onSuccess: onChosen, onError: onChosen }))
  const put = (questions: readonly number[]) => {
    setChosen(questions)
    choose.mutate({ number: briefing.number, questions: [...questions], version: briefing.version })
  }
  const move = (place: number, by: -1 | 1) => {
    const next = [...chosen]
    const [taken] = next.splice(place, 1)
    if (taken !== undefined) next.splice(place + by, 0, taken)
    put(next)
  }
  const words = (number: number) => all.find((each) => each.number === number)?.texts.text.value ?? ''
  const others = all.filter(({ number, status }) => !chosen.includes(number) && status !== 'withdrawn')
  return (
    <fieldset className="brchoose" disabled={choose.isPending}>
      <legend className="h3">Questions</legend>
      {chosen.length === 0 && <p className="mut">None has been chosen yet.</p>}
      <ol>
        {chosen.map((number, place) => (
          <li key={number}>
            <span>
              {questionName(number)} {words(number)}
            </span>
            <span className="row">
              <button type="button" className="link" disabled={place === 0} onClick={() => move(place, -1)}>
                Up<span className="sr">: {questionName(number)}</span>
              </button>
              <button
                type="button"
                className="link"
                disabled={place === chosen.length - 1}
                onClick={() => move(place, 1)}
              >
                Down<span className="sr">: {questionName(number)}</span>
              </button>
              <button
                type="button"
                className="link"
                onClick={() => put(chosen.filter((each) => each !== number))}
              >
                Take out<span className="sr">: {questionName(number)}</span>
              </button>
            </span>
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <p className="field">
          <label htmlFor="brief-add">Add a question</label>
          <select
            id="brief-add"
            value=""
            onChange={(event) => {
              const number = Number(event.target.value)
              if (number > 0) put([...chosen, number])
            }}
          >
            <option value="">Choose one</option>
            {others.map(({ number, status, texts }) => (
              <option key={number} value={number}>
                {questionName(number)} ({questionStatuses[status].toLowerCase()}){' '}
                {texts.text.value.slice(0, 90)}
              </option>
            ))}
          </select>
        </p>
      )}
      {choose.isError && (
        <p className="problemline" role="alert">
          {choose.error.message}
        </p>
      )}
    </fieldset>
  )
}
