import { promisesDue, type PromiseDue } from './promisesDue.ts'
import { questionsFor, type Reading } from './questions/questionStore.ts'

/** The promises that have fallen due, of the questions that this reader may see. */
export async function duePromisesFor(reading: Reading): Promise<PromiseDue[]> {
  const due = await promisesDue(reading.workspace, reading.today)
  if (due.length === 0) return []
  const seen = new Set((await questionsFor(reading)).map(({ number }) => number))
  return due.filter(({ question }) => seen.has(question))
}
