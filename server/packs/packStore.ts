import type { PackItemTable, PackTable } from '../../db/workspace/packTables.ts'
import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import type { Figure } from '../../shared/figures/figure.ts'
import { figureRequestSchema, type FigureRequest } from '../../shared/figures/figureRequest.ts'
import type { PackFlag, PackMark, PackText } from '../../shared/packs/pack.ts'
import type { Report } from '../../shared/report/report.ts'
import type { RichText } from '../../shared/report/richText.ts'
import { PackRefusal } from './packRefusal.ts'

/** A figure of a pack as it is stored. */
export interface StoredItem {
  readonly id: string
  readonly request: FigureRequest
  readonly shows: 'chart' | 'table'
  readonly flag: PackFlag | null
  /** The figure itself, of a published pack or where the edition does not hold it; null where the edition is read. */
  readonly kept: Figure | null
}

const marked = [
  'number',
  'title',
  'meeting_date',
  'edition',
  'status',
  'revision',
  'rolled_from',
  'questions',
  'synthetic',
  'created_by',
  'published_at',
  'published_by',
] as const

/** Every pack of invented or of real figures, newest meeting first. */
export async function packsOf(
  workspace: Workspace,
  { synthetic }: { readonly synthetic: boolean },
): Promise<PackMark[]> {
  const rows = await workspace
    .selectFrom('pack')
    .select(marked)
    .where('synthetic', '=', synthetic ? 1 : 0)
    .orderBy('meeting_date', 'desc')
    .orderBy('number', 'desc')
    .execute()
  return rows.map(markFrom)
}

/** One pack; throws PackRefusal where there is none of this number. */
export async function packOf(workspace: Workspace, number: number): Promise<PackMark> {
  const row = await workspace
    .selectFrom('pack')
    .select(marked)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) throw new PackRefusal(`There is no pack ${number}.`)
  return markFrom(row)
}

/** The figures of a pack in order. */
export async function itemsOf(workspace: Workspace, pack: number): Promise<StoredItem[]> {
  const rows = await workspace
    .selectFrom('pack_item')
    .select(['id', 'request', 'shows', 'flag', 'figure'])
    .where('pack', '=', pack)
    .orderBy('place')
    .orderBy('id')
    .execute()
  return rows.map(itemFrom)
}

/** What is written in a pack, by place. A place where nothing has been written yet is not in it. */
export async function textsOf(workspace: Workspace, pack: number): Promise<Map<string, PackText>> {
  const rows = await workspace.selectFrom('pack_text').selectAll().where('pack', '=', pack).execute()
  return new Map(
    rows.map(({ place, value, version, written_by: by }) => [
      place,
      { value: JSON.parse(value) as RichText, version: Number(version), by },
    ]),
  )
}

/** The report of a published pack, as it was published; null for a draft. */
export async function publishedReport(workspace: Workspace, pack: number): Promise<Report | null> {
  const row = await workspace
    .selectFrom('pack')
    .select('report')
    .where('number', '=', pack)
    .executeTakeFirst()
  return row?.report == null ? null : (JSON.parse(row.report) as Report)
}

/** A file of a published pack with its check sum; null where there is none. */
export async function packFile(
  workspace: Workspace,
  { pack, format }: { readonly pack: number; readonly format: string },
): Promise<{ readonly bytes: Buffer; readonly sha256: string } | null> {
  const row = await workspace
    .selectFrom('pack_file')
    .select(['bytes', 'sha256'])
    .where('pack', '=', pack)
    .where('format', '=', format)
    .executeTakeFirst()
  return row ? { bytes: Buffer.from(row.bytes, 'base64'), sha256: row.sha256 } : null
}

function itemFrom({ id, request, shows, flag, figure }: Omit<PackItemTable, 'pack' | 'place'>): StoredItem {
  return {
    id,
    request: figureRequestSchema.parse(JSON.parse(request)),
    shows,
    flag: flag === null ? null : (JSON.parse(flag) as PackFlag),
    kept: figure === null ? null : (JSON.parse(figure) as Figure),
  }
}

function markFrom(row: Pick<PackTable, (typeof marked)[number]>): PackMark {
  return {
    number: Number(row.number),
    title: row.title,
    meetingDate: row.meeting_date,
    edition: Number(row.edition),
    status: row.status,
    revision: Number(row.revision),
    rolledFrom: row.rolled_from === null ? null : Number(row.rolled_from),
    questions: Number(row.questions) === 1,
    synthetic: Number(row.synthetic) === 1,
    createdBy: row.created_by,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
  }
}
