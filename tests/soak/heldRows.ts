import type { Random } from '../../server/sample/random.ts'
import { addMonths, type Month } from '../../shared/periods/month.ts'
import { templateFile } from '../build/feedRow.ts'

/** One crime as the soak knows it, outside the product. Rows may repeat, as in real files. */
export interface HeldRow {
  readonly crime_ref: string
  readonly recorded_date: string
  readonly area: string
  readonly offence_code: string
  readonly victim_sex: string
  readonly outcome_type: string
}

/** One import: the file's rows, how it is sent, and what must be held once it is in. */
export interface PlannedImport {
  readonly kind: 'append' | 'replace' | 'amend'
  readonly text: string
  readonly rows: number
  readonly period: { readonly from: Month; readonly to: Month } | null
  readonly after: readonly HeldRow[]
}

const firstMonth: Month = '2019-01'
const areas = ['E08000032', 'E08000033', 'E08000034', 'E08000035', 'E08000036', 'not recorded']
const offences = ['8N', '105A', '8L', '19C', '20A', '106']
const sexes = ['female', 'male', 'not-known']
const outcomes = ['0', '1', '14', '16', '18']

/** Plans the next import from what is held: another month, some months again, or some crimes by their references. */
export function nextImport(held: readonly HeldRow[], random: Random, nth: number): PlannedImport {
  const months = [...new Set(held.map(monthOf))].toSorted()
  const die = random.next()
  // Now and then a file large enough to be caught in the middle of any step.
  const size = random.chance(0.2) ? 20_000 : 200 + random.below(1_500)
  if (months.length < 3 || die < 0.34) return append(held, random, { months, size, nth })
  return die < 0.67 ? replace(held, random, { months, nth }) : amend(held, random, { months, nth })
}

interface Setting {
  readonly months: readonly Month[]
  readonly nth: number
}

function append(
  held: readonly HeldRow[],
  random: Random,
  { months, size, nth }: Setting & { readonly size: number },
): PlannedImport {
  const last = months.at(-1)
  const month = last === undefined ? firstMonth : addMonths(last, 1)
  const rows = Array.from({ length: size }, (_, i) => newRow(random, { month, ref: `A${nth}-${i}` }))
  return planned('append', withRepeats(rows, random), { from: month, to: month }, held)
}

/** The months again: most rows as they were, some changed, some gone, some new. */
function replace(held: readonly HeldRow[], random: Random, { months, nth }: Setting): PlannedImport {
  const start = random.below(months.length)
  const [from, to] = [months[start], months[Math.min(months.length - 1, start + random.below(4))]]
  if (from === undefined || to === undefined) throw new Error('no months are held')
  const inside = (row: HeldRow) => monthOf(row) >= from && monthOf(row) <= to
  const kept = held.filter(inside).flatMap((row) => {
    if (random.chance(0.05)) return []
    return [random.chance(0.1) ? changed(row, random) : row]
  })
  const fresh = Array.from({ length: 1 + random.below(100) }, (_, i) =>
    newRow(random, { month: from, ref: `R${nth}-${i}` }),
  )
  const outside = held.filter((row) => !inside(row))
  return planned('replace', withRepeats([...kept, ...fresh], random), { from, to }, outside)
}

/** Some crimes by their references, wherever they are held, one in ten in another month; and a few new ones. */
function amend(held: readonly HeldRow[], random: Random, { months, nth }: Setting): PlannedImport {
  const named = new Map<string, HeldRow>()
  for (let i = 5 + random.below(200); i > 0; i--) {
    const row = held[random.below(held.length)]
    if (row) named.set(row.crime_ref, row)
  }
  const other = () => months[random.below(months.length)] ?? firstMonth
  const rows = [...named.values()].map((row) => {
    const again = changed(row, random)
    return random.chance(0.1) ? { ...again, recorded_date: `${other()}-15` } : again
  })
  const fresh = Array.from({ length: random.below(10) }, (_, i) =>
    newRow(random, { month: other(), ref: `M${nth}-${i}` }),
  )
  const rest = held.filter((row) => !named.has(row.crime_ref))
  return planned('amend', [...rows, ...fresh], null, rest)
}

function planned(
  kind: PlannedImport['kind'],
  rows: readonly HeldRow[],
  period: PlannedImport['period'],
  rest: readonly HeldRow[],
): PlannedImport {
  const text = templateFile(
    'crime',
    rows.map((row) => ({ ...row, kind: 'crime', domestic_abuse: 'yes' })),
  )
  return { kind, text, rows: rows.length, period, after: [...rest, ...rows] }
}

function newRow(random: Random, { month, ref }: { readonly month: Month; readonly ref: string }): HeldRow {
  const one = (values: readonly string[]) => values[random.below(values.length)] ?? ''
  const day = String(1 + random.below(28)).padStart(2, '0')
  return {
    crime_ref: ref,
    recorded_date: `${month}-${day}`,
    area: one(areas),
    offence_code: one(offences),
    victim_sex: one(sexes),
    outcome_type: one(outcomes),
  }
}

function changed(row: HeldRow, random: Random): HeldRow {
  return { ...row, outcome_type: outcomes[random.below(outcomes.length)] ?? '0' }
}

function withRepeats(rows: readonly HeldRow[], random: Random): HeldRow[] {
  return rows.flatMap((row) => (random.chance(0.02) ? [row, row] : [row]))
}

export function monthOf({ recorded_date }: Pick<HeldRow, 'recorded_date'>): Month {
  return recorded_date.slice(0, 7) as Month
}
