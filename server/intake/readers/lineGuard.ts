const lf = 10
const cr = 13

/** Watches bytes go by for a line longer than the limit, looking at few of them. */
export class LineGuard {
  private readonly limit: number
  private sinceBreak = 0

  constructor(limit: number) {
    this.limit = limit
  }

  /** Takes the next bytes of the file; false when a line is longer than the limit. */
  take(bytes: Buffer): boolean {
    let from = -this.sinceBreak
    while (from + this.limit < bytes.length) {
      const found = lastBreak(bytes, from + this.limit)
      if (found < Math.max(from, 0)) return false
      from = found + 1
    }
    this.sinceBreak = bytes.length - Math.max(from, lastBreak(bytes, bytes.length - 1) + 1)
    return true
  }
}

function lastBreak(bytes: Buffer, at: number): number {
  const found = bytes.lastIndexOf(lf, at)
  return found >= 0 ? found : bytes.lastIndexOf(cr, at)
}
