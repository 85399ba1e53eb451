import type { Kysely } from 'kysely'
import { figureChanges } from '../../db/records/figureChanges.ts'
import type { SliceChange, StageRequest } from '../../db/records/stageSubmission.ts'
import type { RecordsTables } from '../../db/records/tables.ts'
import type { Feed, FeedId } from '../../shared/feeds/feed.ts'
import { findField } from '../../shared/feeds/feeds.ts'
import { fromIndex } from '../../shared/periods/month.ts'
import type { RestatedCell } from './previewDiff.ts'

/** What the figures of each feed are told apart by, the first that a row fills in, and what is added up. */
const categories: Readonly<Record<FeedId, { readonly of: readonly string[]; readonly measure: string }>> = {
  crime: { of: ['offence_group', 'source_category', 'kind'], measure: 'count' },
  intelligence: { of: ['theme'], measure: 'count' },
  nrm: { of: ['exploitation', 'age_group'], measure: 'count' },
  attendance: { of: ['kind'], measure: 'count' },
  returns: { of: ['measure'], measure: 'value' },
}

interface Staged {
  readonly slice: StageRequest
  readonly changes: readonly SliceChange[]
}

/** The figures that a staged file changes in months already held, by area and category. */
export async function restatedCells(
  db: Kysely<RecordsTables>,
  { slice, changes }: Staged,
): Promise<RestatedCell[]> {
  const held = new Set(changes.filter(({ heldRows }) => heldRows > 0).map(({ month }) => month))
  const changed = new Set(
    changes.filter(({ addedRows, withdrawnRows }) => addedRows + withdrawnRows > 0).map(({ month }) => month),
  )
  const months = [...changed].filter((month) => held.has(month))
  if (months.length === 0) return []
  const { of: category, measure } = categories[slice.feed.id]
  const figures = await figureChanges(db, { slice, months, category, measure })
  return figures.map(({ area, month, grain, category: text, held: from, after: to }) => ({
    month: fromIndex(month),
    quarter: grain === 'quarter',
    area,
    category: labelOf(slice.feed, { text, of: category }),
    from,
    to,
  }))
}

function labelOf(feed: Feed, { text, of }: { text: string | null; of: readonly string[] }): string {
  if (text === null) return 'not stated'
  const codes = of.flatMap((name) => {
    const type = findField(feed, name)?.type
    return type?.kind === 'code' || type?.kind === 'codes' ? type.codes : []
  })
  return text
    .split('|')
    .map((part) => codes.find(({ code }) => code === part)?.label ?? part)
    .join(', ')
}
