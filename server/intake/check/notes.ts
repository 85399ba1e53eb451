import { IntakeRefusal } from '../intakeRefusal.ts'
import type { Note } from './cell.ts'

const maxValues = 10_000
const shown = 8

/** What the receipt should mention of one field's values: each different value once, with its rows. */
export class Notes {
  readonly field: string
  private readonly byValue = new Map<string, Note>()

  constructor(field: string) {
    this.field = field
  }

  /** The note on a value; the same one whenever the value comes again. */
  on(value: string, text: string): Note {
    const known = this.byValue.get(value)
    if (known) return known
    if (this.byValue.size >= maxValues) {
      throw new IntakeRefusal(
        `The column read as ${this.field} holds more than ${maxValues.toLocaleString('en-GB')} different values that are not known. It is probably another column: check the header and the profile.`,
      )
    }
    const note = { text, rows: 0 }
    this.byValue.set(value, note)
    return note
  }

  /** One sentence for each kind of note, with the values that most rows hold first. */
  sentences(): string[] {
    const kinds = new Map<string, { value: string; rows: number }[]>()
    for (const [value, { text, rows }] of this.byValue) {
      if (rows > 0) kinds.set(text, [...(kinds.get(text) ?? []), { value, rows }])
    }
    return [...kinds].map(([text, values]) => this.sentence(text, values))
  }

  /** The values themselves, other than blank. */
  unknown(): string[] {
    return [...this.byValue]
      .filter(([value, { rows }]) => value !== '' && rows > 0)
      .map(([value]) => quoted(value))
  }

  private sentence(text: string, values: { value: string; rows: number }[]): string {
    const most = values.toSorted((a, b) => b.rows - a.rows)
    const total = values.reduce((sum, { rows }) => sum + rows, 0)
    const listed = most
      .slice(0, shown)
      .map(({ value, rows }) => `${quoted(value)} (${rows.toLocaleString('en-GB')})`)
    const more = most.length > shown ? ` and ${most.length - shown} others` : ''
    return `${this.field}: ${text}, in ${total.toLocaleString('en-GB')} ${total === 1 ? 'row' : 'rows'}: ${listed.join(', ')}${more}.`
  }
}

function quoted(value: string): string {
  return value === '' ? 'blank' : `‘${value.length > 40 ? `${value.slice(0, 39)}…` : value}’`
}
