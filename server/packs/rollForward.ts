import { randomUUID } from 'node:crypto'
import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import { changedValues } from '../../shared/figures/changedValues.ts'
import { chartsOf } from '../../shared/figures/chartsOf.ts'
import type { Figure } from '../../shared/figures/figure.ts'
import { introduction, type PackFlag } from '../../shared/packs/pack.ts'
import { editionOf } from '../editions/editionStore.ts'
import { insertPack, type PackStart } from './makePack.ts'
import { asOfEdition, type PackAnswers } from './packFigures.ts'
import { PackRefusal } from './packRefusal.ts'
import { itemsOf, packOf, textsOf, type StoredItem } from './packStore.ts'

const mostRestated = 12

/**
 * Starts the next pack from a published one: the same figures on the new edition with the same commentary, flagged where the
 * figure that it was written about has moved. Throws PackRefusal where the last pack is not published.
 */
export async function rollForward(
  workspace: Workspace,
  answers: PackAnswers,
  { from, ...start }: PackStart & { readonly from: number },
): Promise<number> {
  const last = await packOf(workspace, from)
  if (last.status !== 'published')
    throw new PackRefusal(
      'A pack is rolled forward once it has been published: until then it can still change.',
    )
  const edition = await editionOf(workspace, start.edition)
  const [held, texts] = await Promise.all([itemsOf(workspace, from), textsOf(workspace, from)])
  const items: { readonly was: string; readonly item: StoredItem }[] = []
  for (const { kept: printed, ...item } of held) {
    const now = await asOfEdition(answers, item.request, edition)
    const request =
      'request' in now
        ? now.request
        : { ...item.request, edition: edition.number, query: { ...item.request.query, asAt: null } }
    const written = (texts.get(item.id)?.value.length ?? 0) > 0
    const flag = 'problem' in now ? gone(printed, now.problem) : written ? moved(printed, now.figure) : null
    const kept = 'kept' in now ? now.kept : null
    items.push({ was: item.id, item: { ...item, id: randomUUID(), request, flag, kept } })
  }
  return workspace.transaction().execute(async (store) => {
    const { synthetic } = edition
    const number = await insertPack(store, {
      ...start,
      synthetic,
      rolledFrom: from,
      questions: last.questions,
    })
    for (const [at, { item }] of items.entries())
      await store
        .insertInto('pack_item')
        .values({
          pack: number,
          id: item.id,
          place: at + 1,
          request: JSON.stringify(item.request),
          shows: item.shows,
          flag: item.flag === null ? null : JSON.stringify(item.flag),
          figure: item.kept === null ? null : JSON.stringify(item.kept),
        })
        .execute()
    const places = [
      { was: introduction, place: introduction },
      ...items.map(({ was, item }) => ({ was, place: item.id })),
    ]
    for (const { was, place } of places) {
      const text = texts.get(was)
      if (text === undefined) continue
      await store
        .insertInto('pack_text')
        .values({
          pack: number,
          place,
          value: JSON.stringify(text.value),
          version: 1,
          written_at: start.now.toISOString(),
          written_by: text.by,
        })
        .execute()
    }
    return number
  })
}

function gone(printed: Figure | null, why: string): PackFlag {
  return { kind: 'gone', was: printed?.title ?? 'Unknown', why }
}

/** How a figure moved since it was printed; null where it says the same of the same periods and no more. */
function moved(printed: Figure | null, now: Figure): PackFlag | null {
  if (printed === null) return null
  const still = new Set(chartsOf(now).flatMap(({ chart }) => chart.categories.map(bareName)))
  // Months that the new figure no longer reaches back to have not moved.
  const restated = changedValues(printed, now).filter(({ category }) => still.has(category))
  if (restated.length === 0 && printed.title === now.title) return null
  return { kind: 'moved', was: printed.title, now: now.title, restated: restated.slice(-mostRestated) }
}

/** A category without the marker that says it has no figure. */
function bareName(category: string): string {
  return category.replace(/ \[[a-z]\]$/, '')
}
