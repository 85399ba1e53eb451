import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import type { Reject, RejectKind } from './reject.ts'

const kept = 10_000
const shownCharacters = 60
const flushRows = 2_000

/** Every row that was left out: the first ones in memory, all of them counted by reason and written to a CSV file. */
export class RejectLog {
  readonly first: Reject[] = []
  count = 0
  /** Rejects that say something is wrong with the file, rather than that a row belongs elsewhere. */
  faulty = 0
  private readonly path: string
  private readonly reasons = new Map<string, { count: number; readonly first: Reject }>()
  private file: number | null = null
  private lines: string[] = []

  constructor(path: string) {
    this.path = path
  }

  add(reject: Reject, kind: RejectKind): void {
    const value =
      reject.value.length > shownCharacters ? `${reject.value.slice(0, shownCharacters)}…` : reject.value
    const short = { ...reject, value }
    const reason = reject.field === '' ? reject.reason : `${reject.field}: ${reject.reason}`
    this.count++
    if (kind === 'faulty') this.faulty++
    const known = this.reasons.get(reason)
    if (known) known.count++
    else this.reasons.set(reason, { count: 1, first: short })
    if (this.first.length < kept) this.first.push(short)
    this.lines.push([String(short.row), short.field, short.value, short.reason].map(csvCell).join(','))
    if (this.lines.length >= flushRows) this.flush()
  }

  /** Rows by reason, the most frequent first, with the first of each. */
  byReason(): { reason: string; count: number; first: Reject }[] {
    return [...this.reasons]
      .map(([reason, { count, first }]) => ({ reason, count, first }))
      .toSorted((a, b) => b.count - a.count)
  }

  /** Finishes the file; null where nothing was left out. */
  close(): string | null {
    if (this.count > 0) this.flush()
    if (this.file === null) return null
    closeSync(this.file)
    this.file = null
    return this.path
  }

  /** Deletes the file. */
  discard(): void {
    if (this.file !== null) closeSync(this.file)
    this.file = null
    this.lines = []
    rmSync(this.path, { force: true })
  }

  private flush(): void {
    if (this.file === null) {
      this.file = openSync(this.path, 'w', 0o600)
      writeSync(this.file, '\uFEFFrow,field,value,reason\r\n')
    }
    if (this.lines.length > 0) writeSync(this.file, `${this.lines.join('\r\n')}\r\n`)
    this.lines = []
  }
}

/** A cell of the file, quoted where needed; what a spreadsheet would run as a formula is made plain text. */
function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
