import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import { seriesQuerySchema } from '../../shared/series/seriesQuery.ts'
import { textsOf } from './texts.ts'

/** A promise whose day has come while nobody has said what became of it. */
export interface PromiseDue {
  readonly question: number
  readonly promise: number
  readonly text: string
  /** YYYY-MM-DD. */
  readonly due: string
  readonly askedOf: string
  /** The area of its figure; null for the whole partnership, or without a figure. */
  readonly area: string | null
  readonly metric: string | null
}

/** The promises of open questions that are due on this day or were before, the longest due first. */
export async function promisesDue(workspace: Workspace, today: string): Promise<PromiseDue[]> {
  const rows = await workspace
    .selectFrom('promise')
    .innerJoin('question', 'question.number', 'promise.question')
    .select(['promise.number as promise', 'promise.question', 'promise.due', 'promise.measure'])
    .where('promise.state', '=', 'open')
    .where('promise.due', '<=', today)
    .where('question.status', '=', 'promised')
    .orderBy('promise.due')
    .orderBy('promise.number')
    .execute()
  const texts = await textsOf(
    workspace,
    rows.flatMap(({ promise, question }) => [`promise ${promise}`, `question ${question}`]),
  )
  return rows.map(({ promise, question, due, measure }): PromiseDue => {
    const query = measure === null ? null : seriesQuerySchema.parse(JSON.parse(measure))
    return {
      question,
      promise,
      text: texts.get(`promise ${promise}`)?.get('text')?.value ?? '',
      due,
      askedOf: texts.get(`question ${question}`)?.get('askedOf')?.value ?? '',
      area: query?.areas[0] ?? null,
      metric: query?.metric ?? null,
    }
  })
}
