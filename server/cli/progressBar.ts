import type { PrepareProgress } from '../intake/prepare.ts'

const width = 24
const stages = { inspecting: 'Inspecting', reading: 'Reading', writing: 'Comparing and storing' } as const

/** A line on a terminal that shows how far an import is; it shows nothing where the output is no terminal. */
export class ProgressBar {
  private readonly output: NodeJS.WriteStream
  private shown = false

  constructor(output: NodeJS.WriteStream) {
    this.output = output
  }

  show(fileName: string, { stage, bytes, totalBytes, rows }: PrepareProgress): void {
    if (!this.output.isTTY) return
    const share = totalBytes === 0 ? 0 : Math.min(1, bytes / totalBytes)
    const filled = Math.round(share * width)
    const bar =
      stage === 'writing'
        ? ''
        : ` ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${Math.floor(share * 100)} %`
    const count = rows > 0 ? `, ${rows.toLocaleString('en-GB')} rows` : ''
    this.line(`${fileName}: ${stages[stage]}${bar}${count}`)
  }

  /** Clears the line. */
  clear(): void {
    if (this.shown) this.line('')
    this.shown = false
  }

  private line(text: string): void {
    this.output.write(`\r\u001B[2K${text.slice(0, this.output.columns - 1)}`)
    this.shown = true
  }
}
