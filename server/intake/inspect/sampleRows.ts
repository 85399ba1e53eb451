import { feedById, findField } from '../../../shared/feeds/feeds.ts'
import type { Partnership } from '../../../shared/partnership/partnership.ts'
import { agencyQuestion, type AgencyQuestion } from '../agencyQuestion.ts'
import { cleanText } from '../check/cleanText.ts'
import { looksPersonal } from '../check/personalData.ts'
import { IntakeRefusal } from '../intakeRefusal.ts'
import { listOfRecords } from '../layout/listOfRecords.ts'
import type { RecordList } from '../layout/listOfRecords.ts'
import type { WhereToLook } from '../layout/findTable.ts'
import { padded } from '../layout/table.ts'
import { mapColumns, type Mapping } from '../map/mapColumns.ts'
import type { Profile } from '../profiles/profile.ts'
import { profileInWords } from '../profiles/profileInWords.ts'
import type { FileHead } from './fileHead.ts'
import { readSampleRow, samplePlan, type SampledRow } from './readSampleRow.ts'

/** A profile at work on the first rows of a file: what stands there, and what becomes of it. */
export interface RowSample {
  readonly sheet: string
  /** From 1. */
  readonly headerRow: number
  /** The file as it stands, from its header on. */
  readonly before: SampleTable
  /** The columns that the mapping chooses from, which a layout may have made anew, and some of what they hold. */
  readonly columns: readonly SampleColumn[]
  /** The fields that the rows give, and their values; null where the file cannot be read so, for the reason in `problem`. */
  readonly after: {
    readonly fields: readonly { readonly name: string; readonly label: string }[]
    readonly rows: readonly SampledRow[]
  } | null
  readonly problem: string | null
  readonly words: readonly string[]
  readonly agency: AgencyQuestion
}

export interface SampleTable {
  readonly headers: readonly string[]
  readonly rows: readonly { readonly at: number; readonly cells: readonly string[] }[]
}

export interface SampleColumn {
  readonly header: string
  /** The field it is read into; null: left unread. */
  readonly field: string | null
  /** Left unread because its name looks like personal data. */
  readonly personal: boolean
  /** Some of its different values. Those of references and personal columns are not told. */
  readonly values: readonly string[]
}

interface Sampling {
  readonly head: FileHead
  readonly profile: Profile
  readonly where: WhereToLook
  readonly partnership: Partnership
  readonly today: string
}

const shownRows = 8
const shownColumns = 60
const shownValues = 40

/** Reads the first rows of a file by a profile. What cannot be read is told in `problem`, never thrown. */
export function sampleRows(sampling: Sampling): RowSample {
  const { head, profile, where, partnership } = sampling
  const feed = feedById[profile.feed]
  const laid = laidOut(sampling)
  const list = laid.list
  const sheet = head.sheets.find(({ name }) => name === list.sheet) ?? head.sheets[0]
  const start = list.headerRow - 1
  const mapped = mapping(list, profile)
  const agency = agencyQuestion({
    feed,
    profile,
    partnership,
    named: mapped.mapping?.columns.some(({ rule }) => rule.field === 'agency') ?? false,
  })
  const problem = laid.problem ?? mapped.problem
  return {
    sheet: list.sheet,
    headerRow: list.headerRow,
    before: {
      headers: (sheet?.rows[start] ?? []).slice(0, shownColumns),
      rows: (sheet?.rows.slice(start + 1, start + 1 + shownRows) ?? []).map((cells, index) => ({
        at: list.headerRow + 1 + index,
        cells: cells.slice(0, shownColumns).map((cell, column) => hidden(sheet?.rows[start]?.[column], cell)),
      })),
    },
    columns: columnsOf(list, mapped.mapping, profile),
    after: problem === null && mapped.mapping !== null ? readAll(list, mapped.mapping, sampling) : null,
    problem,
    words: profileInWords(profile, feed),
    agency,
  }

  function laidOut({ head: { sheets } }: Sampling): { list: RecordList; problem: string | null } {
    try {
      return { list: listOfRecords(sheets, profile, where), problem: null }
    } catch (error) {
      if (!(error instanceof IntakeRefusal)) throw error
      const { layout: _, ...plain } = profile
      return { list: listOfRecords(sheets, plain, where), problem: error.message }
    }
  }
}

function mapping(list: RecordList, profile: Profile): { mapping: Mapping | null; problem: string | null } {
  try {
    return { mapping: mapColumns(list.headers, profile, feedById[profile.feed]), problem: null }
  } catch (error) {
    if (!(error instanceof IntakeRefusal)) throw error
    return { mapping: null, problem: error.message }
  }
}

function columnsOf(list: RecordList, found: Mapping | null, { feed }: Profile): SampleColumn[] {
  return list.headers.map((header, index) => {
    const field = found?.columns.find((column) => column.index === index)?.rule.field ?? null
    const personal = looksPersonal(header)
    const isReference = field !== null && findField(feedById[feed], field)?.type.kind === 'reference'
    const values = list.rows.map((row) => cleanText(row.cells[index] ?? ''))
    return {
      header: cleanText(header),
      field,
      personal,
      values: personal || isReference ? [] : [...new Set(values)].slice(0, shownValues),
    }
  })
}

function readAll(
  list: RecordList,
  found: Mapping,
  { profile, partnership, today }: Sampling,
): NonNullable<RowSample['after']> {
  const plan = samplePlan({ profile, mapping: found, partnership, today })
  const rows = list.rows
    .filter(({ cells }) => cells.some((cell) => cleanText(cell) !== ''))
    .slice(0, shownRows)
    .map((row) => readSampleRow(plan, { at: row.at, cells: padded(row, list) }))
  return { fields: plan.fields, rows }
}

/** What stands in a column that looks like personal data is not shown again. */
function hidden(header: string | undefined, cell: string): string {
  return header !== undefined && looksPersonal(header) && cell !== '' ? '•••' : cell
}
