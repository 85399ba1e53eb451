import { useNavigate } from '@tanstack/react-router'
import { useId } from 'react'
import { formatDate } from '../../../../shared/figures/formatDate.ts'
import { themes } from '../../../../shared/metrics/themes.ts'
import { questionStatuses, type QuestionStatus } from '../../../../shared/scrutiny/questionStatus.ts'
import type { QuestionsSearch } from '../../../address/questionsSearch.ts'
import { oneOf } from '../../../address/searchText.ts'
import { FilterSelect, type Choice } from '../../../filters/FilterSelect.tsx'
import type { Session } from '../../../trpc.ts'
import { areasFor } from '../../../forms/areasFor.ts'

interface Props {
  readonly search: QuestionsSearch
  readonly session: Session | undefined
  readonly choices: { readonly askedOf: readonly string[]; readonly meetings: readonly string[] } | undefined
}

const statuses = Object.keys(questionStatuses) as QuestionStatus[]

/** Which questions are looked for; every choice in the address. */
export function QuestionFilters({ search, session, choices }: Props) {
  const id = useId()
  const navigate = useNavigate({ from: '/scrutiny/questions' })
  const choose = (change: Partial<QuestionsSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  return (
    <section className="filters published" aria-label="Filters">
      <div className="wrap">
        <div className="f find">
          <label className="fl" htmlFor={id}>
            Search
          </label>
          <span>
            <input
              id={id}
              type="search"
              key={search.search ?? ''}
              defaultValue={search.search ?? ''}
              maxLength={200}
              placeholder="Words, or Q-012"
              onKeyDown={(event) => {
                if (event.key === 'Enter') choose({ search: event.currentTarget.value.trim() || undefined })
              }}
              onBlur={(event) => choose({ search: event.target.value.trim() || undefined })}
            />
          </span>
        </div>
        <FilterSelect
          label="State"
          value={search.overdue === '1' ? 'overdue' : (search.status ?? '')}
          choices={all([
            ['open', 'Everything open'],
            ['overdue', 'Promise overdue'],
            ...statuses.map((status): [string, string] => [status, questionStatuses[status]]),
          ])}
          onChoose={(state) =>
            choose({
              overdue: state === 'overdue' ? '1' : undefined,
              status: oneOf(state, ['open', ...statuses] as const),
            })
          }
        />
        <FilterSelect
          label="Asked of"
          value={search.askedOf ?? ''}
          choices={all((choices?.askedOf ?? []).map((name) => [name, name]))}
          onChoose={(name) => choose({ askedOf: name === '' ? undefined : name })}
        />
        <FilterSelect
          label="Meeting"
          value={search.meeting ?? ''}
          choices={all((choices?.meetings ?? []).map((meeting) => [meeting, meetingWords(meeting)]))}
          onChoose={(meeting) => choose({ meeting: meeting === '' ? undefined : meeting })}
        />
        <FilterSelect
          label="Theme"
          value={search.theme ?? ''}
          choices={all(themes.map(({ id: theme, label }) => [theme, label]))}
          onChoose={(theme) =>
            choose({
              theme: oneOf(
                theme,
                themes.map((each) => each.id),
              ),
            })
          }
        />
        <FilterSelect
          label="Area"
          value={search.area ?? ''}
          choices={all(session ? areasFor(session).map(({ code, name }) => [code, name]) : [])}
          onChoose={(area) => choose({ area: area === '' ? undefined : area })}
        />
      </div>
    </section>
  )
}

function meetingWords(meeting: string): string {
  const [, date, name = ''] = /^(\d{4}-\d{2}-\d{2}) ?(.*)$/.exec(meeting) ?? []
  if (date === undefined) return meeting
  return name === '' ? formatDate(date) : `${formatDate(date)}, ${name}`
}

function all(choices: readonly (readonly [string, string])[]): Choice[] {
  return [{ value: '', label: 'All' }, ...choices.map(([value, label]) => ({ value, label }))]
}
