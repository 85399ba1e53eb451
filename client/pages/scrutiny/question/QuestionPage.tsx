import '../../../styles/crumb.css'
import '../../../styles/figure.css'
import '../../../styles/forms.css'
import '../../../styles/ledger.css'
import '../../../styles/question.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { themeLabel } from '../../../../shared/metrics/themes.ts'
import { formatDate } from '../../../../shared/figures/formatDate.ts'
import type { Question } from '../../../../shared/scrutiny/question.ts'
import { questionName } from '../../../../shared/scrutiny/questionName.ts'
import { Problem } from '../../../parts/Problem.tsx'
import { useBusy } from '../../../parts/useBusy.ts'
import { useTitle } from '../../../parts/useTitle.ts'
import { api } from '../../../trpc.ts'
import { ScrutinyTabs } from '../ScrutinyTabs.tsx'
import { Evidence } from './Evidence.tsx'
import { History } from './History.tsx'
import { Promises } from './Promises.tsx'
import { QuestionSteps } from './QuestionSteps.tsx'
import { QuestionText } from './QuestionText.tsx'

/** Somebody else may be writing too: what they save appears without asking. */
const lookAgainEvery = 15_000

/** One question: its words, the evidence then and now, the reply, what was promised, and everything that happened to it. */
export function QuestionPage() {
  const { id } = useParams({ from: '/scrutiny/questions/$id' })
  const number = /^[1-9]\d{0,8}$/.test(id) ? Number(id) : 0
  const client = useQueryClient()
  const query = useQuery(
    api.questions.one.queryOptions(
      { number },
      { enabled: number > 0, refetchOnMount: 'always', refetchInterval: lookAgainEvery, retry: false },
    ),
  )
  const busy = useBusy()
  const { data } = query
  useTitle(data ? `${questionName(number)} ${data.question.texts.text.value}` : 'Question')
  const again = () => void client.invalidateQueries({ queryKey: api.questions.pathKey() })
  return (
    <main id="main" className="wrap question" tabIndex={-1} aria-busy={busy && data === undefined}>
      <ScrutinyTabs />
      {(number === 0 || (query.isError && data === undefined)) && (
        <>
          <h1 className="h1">This question cannot be shown</h1>
          <Problem error={query.error ?? 'There is no such question.'} what="The question" />
        </>
      )}
      {data && (
        <>
          <p className="crumb">
            <span>
              <Link to="/scrutiny/questions">Questions</Link>&nbsp;/&nbsp;{questionName(number)}
            </span>
            <span className="mut">{themeLabel(data.question.theme)}</span>
          </p>
          <h1 className="h1">{data.question.texts.text.value}</h1>
          <p className="dek">{standing(data.question)}</p>
          {data.writes && <QuestionSteps question={data.question} steps={data.steps} onMoved={again} />}
          <div className="qcols">
            <div>
              <QuestionText
                key={data.question.status}
                question={data.question}
                writes={data.writes}
                onSaved={again}
              />
              <Promises question={data.question} writes={data.writes} onChanged={again} />
              {data.writes && <History changes={data.history} />}
            </div>
            <Evidence question={data.question} writes={data.writes} onChanged={again} />
          </div>
        </>
      )}
    </main>
  )
}

function standing({ status, texts, askedAt, promises }: Question): string {
  const whom = texts.askedOf.value
  const asked = askedAt === null ? '' : ` on ${formatDate(askedAt)}`
  switch (status) {
    case 'draft':
      return whom === '' ? 'A draft, not addressed to anybody yet.' : `A draft, to be asked of ${whom}.`
    case 'asked':
      return `Asked of ${whom}${asked}. There is no reply yet.`
    case 'answered':
      return `Asked of ${whom}${asked}, and answered.`
    case 'promised': {
      const open = promises.filter(({ state }) => state === 'open')
      const late = open.filter(({ overdue }) => overdue)
      const [next] = open.toSorted((a, b) => a.due.localeCompare(b.due))
      if (late.length > 0) return `Asked of ${whom}${asked}. What was promised is overdue.`
      return next
        ? `Asked of ${whom}${asked}. What was promised is due by ${formatDate(next.due)}.`
        : `Asked of ${whom}${asked}. It has been said of each promise whether it was kept.`
    }
    case 'closed':
      return `Asked of ${whom}${asked}, and closed.`
    case 'withdrawn':
      return askedAt === null ? 'Withdrawn before it was asked.' : `Asked of ${whom}${asked}, and withdrawn.`
  }
}
