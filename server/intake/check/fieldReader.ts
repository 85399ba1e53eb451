import type { Field } from '../../../shared/feeds/feed.ts'
import { codesBySpelling, spelling } from '../../../shared/feeds/findCode.ts'
import { cellOf, emptyCell, faultyCell } from './cell.ts'
import type { Cell } from './cell.ts'
import { cleanText, saysNothing } from './cleanText.ts'
import { dayIn } from './dateForm.ts'
import { DayOrder } from './dayOrder.ts'
import { agencyReader, areaReader } from './placeReaders.ts'
import { daysSince1970, readDate } from './readDate.ts'
import { textCell } from './readerContext.ts'
import type { ReadCell, ReaderContext } from './readerContext.ts'
import { readNumber } from './readNumber.ts'

const maxOpenCode = 80
const earliestYear = 1900

/**
 * The reader of one field, compiled from its declaration. A value that cannot be read makes the row faulty where the
 * field is required, a date or the count; elsewhere it is kept as not known, with a note.
 */
export function fieldReader(field: Field, context: ReaderContext): ReadCell {
  const read = typeReader(field, context)
  const values = new Map(Object.entries(context.rule.values ?? {}).map(([from, to]) => [spelling(from), to]))
  const { prefix = '', shorten } = context.rule
  const longest = shorten === true && field.type.kind === 'label' ? field.type.maxLength : Infinity
  return (raw) => {
    const text = cleanText(raw)
    const meant = values.get(spelling(text)) ?? text
    const whole = meant === '' ? '' : prefix + meant
    return read(whole.length > longest ? `${whole.slice(0, longest - 1)}…` : whole)
  }
}

function typeReader(field: Field, context: ReaderContext): ReadCell {
  const { type } = field
  switch (type.kind) {
    case 'reference':
      throw new Error(`references are hashed, not read: ${field.name}`)
    case 'area':
      return areaReader(field, context)
    case 'label':
      return field.name === 'agency' ? agencyReader(context) : labelReader(field, type.maxLength, context)
    case 'code':
      return codeReader(field, type, context)
    case 'codes':
      return codesReader(field, type, context)
    case 'flag':
      return flagReader(field, context)
    case 'date':
      return dateReader(field, context)
    case 'integer':
      return numberReader(field, { ...type, whole: true }, context)
    case 'number':
      return numberReader(field, { ...type, whole: false }, context)
  }
}

/** A value that cannot be read: the row goes, or only the value, as the field asks. */
function unreadable(
  field: Field,
  { text, reason }: { text: string; reason: string },
  { notes }: ReaderContext,
): Cell {
  if (field.required === true || field.name === 'count') return faultyCell(reason)
  const cell = emptyCell(field.type.kind === 'number' ? Number.NaN : undefined)
  cell.note = notes.on(text, `${reason}, kept as not known`)
  return cell
}

function labelReader(field: Field, maxLength: number, context: ReaderContext): ReadCell {
  return (text) => {
    if (text === '') return blank(field, context)
    if (text.length > maxLength)
      return unreadable(field, { text, reason: `longer than ${maxLength} characters` }, context)
    return textCell(field.name, text, context)
  }
}

function blank(field: Field, { rule }: ReaderContext): Cell {
  const required = field.required === true && rule.blank !== 'accepted'
  // Whether abuse is flagged may be unknown of any crime, so a flag may always be blank.
  if (required && field.type.kind !== 'flag') return faultyCell('missing')
  return emptyCell(field.type.kind === 'number' ? Number.NaN : undefined)
}

function codeReader(
  field: Field,
  type: Extract<Field['type'], { kind: 'code' }>,
  context: ReaderContext,
): ReadCell {
  const spellings = codesBySpelling(type.codes)
  return (text) => {
    const code = spellings.get(spelling(text))
    if (code !== undefined && text !== '') return textCell(field.name, code, context)
    if (saysNothing(text)) return blank(field, context)
    if (type.open !== true)
      return unreadable(field, { text, reason: `not a value of the list${listed(type.codes)}` }, context)
    if (text.length > maxOpenCode)
      return unreadable(field, { text, reason: `longer than ${maxOpenCode} characters` }, context)
    const cell = textCell(field.name, text, context)
    cell.note = context.notes.on(text, 'not in the list, kept as sent')
    return cell
  }
}

function listed(codes: readonly { readonly code: string }[]): string {
  return codes.length <= 8 ? ` (${codes.map(({ code }) => code).join(', ')})` : ''
}

function codesReader(
  field: Field,
  type: Extract<Field['type'], { kind: 'codes' }>,
  context: ReaderContext,
): ReadCell {
  const spellings = codesBySpelling(type.codes)
  return (text) => {
    if (saysNothing(text) && !spellings.has(spelling(text))) return blank(field, context)
    const parts = text
      .split(/[|;,]/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
    const codes = parts.map((part) => spellings.get(spelling(part)))
    const known = [...new Set(codes.filter((code) => code !== undefined))].toSorted()
    if (known.length === 0)
      return unreadable(field, { text, reason: `not a value of the list${listed(type.codes)}` }, context)
    const cell = textCell(field.name, known.join('|'), context)
    const unknown = parts.filter((_, index) => codes[index] === undefined)
    if (unknown.length > 0)
      cell.note = context.notes.on(unknown.join('; '), 'not in the list, left out of its set')
    return cell
  }
}

const yes = new Set(['yes', 'y', 'true', 't', '1'])
const no = new Set(['no', 'n', 'false', 'f', '0'])

function flagReader(field: Field, context: ReaderContext): ReadCell {
  return (text) => {
    const word = text.toLowerCase()
    if (yes.has(word)) return cellOf(field.name, 1, 'true')
    if (no.has(word)) return cellOf(field.name, 0, 'false')
    if (saysNothing(text)) return blank(field, context)
    return unreadable(field, { text, reason: 'neither yes nor no' }, context)
  }
}

/** A date that cannot be read always rejects its row: it shows that dates were mangled on the way. */
function dateReader(field: Field, context: ReaderContext): ReadCell {
  const { today, feed, notes, rule } = context
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number)
  const thisDay = daysSince1970(year, month, day)
  const thisMonth = year * 12 + month - 1
  const order = new DayOrder(field.name)
  return (sent) => {
    if (saysNothing(sent)) return blank(field, context)
    const text = rule.dates === undefined ? sent : dayIn(rule.dates, sent)
    order.see(text)
    const date = readDate(text)
    if ('fault' in date) return faultyCell(date.fault)
    if (date.month > thisMonth || (date.day ?? thisDay) > thisDay) return faultyCell('in the future')
    if (date.month < earliestYear * 12) return faultyCell(`before ${earliestYear}`)
    const quarterly = date.precision === 'quarter'
    if (quarterly && field.name !== feed.date) {
      const cell = emptyCell()
      cell.note = notes.on(text, 'known only to the quarter, kept as not known')
      return cell
    }
    const cell = cellOf(
      field.name,
      date.day ?? emptyCell().value,
      `${date.day ?? ''}|${date.month}|${date.precision}`,
    )
    cell.month = date.month
    cell.quarter = quarterly
    return cell
  }
}

interface NumberRange {
  readonly min?: number
  readonly max?: number
  readonly whole: boolean
}

function numberReader(field: Field, { min, max, whole }: NumberRange, context: ReaderContext): ReadCell {
  return (text) => {
    if (saysNothing(text)) return field.name === 'count' ? cellOf('count', 1, '1') : blank(field, context)
    const number = readNumber(text)
    if (number === null) return unreadable(field, { text, reason: 'not a number' }, context)
    if (whole && !Number.isInteger(number))
      return unreadable(field, { text, reason: 'not a whole number' }, context)
    if (min !== undefined && number < min) {
      return unreadable(field, { text, reason: min === 0 ? 'negative' : `below ${min}` }, context)
    }
    if (max !== undefined && number > max)
      return unreadable(field, { text, reason: `above ${max.toLocaleString('en-GB')}` }, context)
    return cellOf(field.name, number, String(number))
  }
}
