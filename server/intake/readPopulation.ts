import { spelling } from '../../shared/feeds/findCode.ts'
import type { Partnership, PopulationRelease } from '../../shared/partnership/partnership.ts'
import { cleanText } from './check/cleanText.ts'
import { readNumber } from './check/readNumber.ts'
import { IntakeRefusal } from './intakeRefusal.ts'
import { defaultLimits } from './limits.ts'
import { isWorkbook, readWorkbook } from './readers/workbook/readWorkbook.ts'
import type { Sheet } from './readers/workbook/readWorkbook.ts'

const monthNames = 'january february march april may june july august september october november december'
const releaseLine = /(\d{1,2}) ([a-z]+) (20\d\d)/i
const yearColumn = /^mid-?\s?((?:19|20)\d\d)$/i

export interface PopulationRequest {
  readonly bytes: Buffer
  readonly partnership: Partnership
  /** The day of the release, 'YYYY-MM-DD', as stated; null: the first date on the cover. */
  readonly release: string | null
}

/**
 * Reads the persons of the partnership's areas from the ONS mid-year estimates workbook: the sheet whose columns are a
 * code and mid-year totals (MYE4). Refuses where an area or a year is missing or a figure is no whole number.
 */
export function readPopulation({ bytes, partnership, release }: PopulationRequest): PopulationRelease {
  if (!isWorkbook(bytes.subarray(0, 8)))
    throw new IntakeRefusal(
      'This is not a workbook. Send the mid-year estimates as ONS publishes them (.xlsx).',
    )
  const { sheets } = readWorkbook(bytes, defaultLimits)
  const day = release ?? dayOnCover(sheets[0])
  for (const sheet of sheets) {
    const header = headerOf(sheet)
    if (header >= 0)
      return {
        release: day,
        source: `Office for National Statistics, mid-year population estimates, released ${day} (Open Government Licence v3.0)`,
        persons: personsOf(sheet, header, partnership),
      }
  }
  throw new IntakeRefusal(
    'No sheet has a column ‘Code’ beside columns such as ‘Mid-2023’. Send the mid-year estimates workbook that holds table MYE4.',
  )
}

/** Whether sheets, or the beginnings of them, hold mid-year estimates: a column ‘Code’ beside columns of mid-years. */
export function holdsPopulation(sheets: readonly Pick<Sheet, 'rows'>[]): boolean {
  return sheets.some((sheet) => headerOf(sheet) >= 0)
}

function headerOf({ rows }: Pick<Sheet, 'rows'>): number {
  return rows.findIndex(
    (row) => spelling(row[0] ?? '') === 'code' && row.some((cell) => yearColumn.test(cleanText(cell))),
  )
}

function personsOf(
  { name, rows }: Sheet,
  header: number,
  { areas }: Partnership,
): PopulationRelease['persons'] {
  const years = (rows[header] ?? []).flatMap((cell, column) => {
    const year = yearColumn.exec(cleanText(cell))?.[1]
    return year === undefined ? [] : [{ year, column }]
  })
  return Object.fromEntries(
    areas.map(({ code, name: area }) => {
      const row = rows.find((cells, index) => index > header && cleanText(cells[0] ?? '') === code)
      if (row === undefined) throw new IntakeRefusal(`The sheet ‘${name}’ has no row for ${area} (${code}).`)
      const byYear = years.map(({ year, column }) => {
        const persons = readNumber(cleanText(row[column] ?? ''))
        if (persons === null || !Number.isInteger(persons) || persons < 0)
          throw new IntakeRefusal(
            `${area} in mid-${year}: ‘${row[column] ?? ''}’ is no number of people. Check the sheet ‘${name}’.`,
          )
        return [year, persons] as const
      })
      return [code, Object.fromEntries(byYear.toSorted(([a], [b]) => Number(a) - Number(b)))]
    }),
  )
}

function dayOnCover(cover: Sheet | undefined): string {
  for (const text of cover?.rows.flat() ?? []) {
    const [, day = '', month = '', year] = releaseLine.exec(text) ?? []
    const number = monthNames.split(' ').indexOf(month.toLowerCase()) + 1
    if (number > 0) return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
  }
  throw new IntakeRefusal(
    'The cover does not say when these estimates were released. State it with --release YYYY-MM-DD.',
  )
}
