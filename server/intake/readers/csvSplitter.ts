const quote = 34
const lf = 10
const cr = 13

/** What `next` found: a record; nothing more in the bytes given; or a record that goes on beyond them. */
export type Found = 'record' | 'end' | 'partial'

/**
 * Cuts bytes (UTF-8, or any superset of ASCII) into records and fields, following RFC 4180 and what spreadsheets
 * write: LF, CRLF or CR line ends, quoted fields with doubled quotes. It allocates nothing per record: after `next`
 * returns 'record', field i lies in `bytes` from `starts[i]` to `ends[i]`, for i below `fields`.
 * Text after a closing quote is kept as it stands, quotes included, and marks the record `malformed`.
 */
export class CsvSplitter {
  bytes: Uint8Array = new Uint8Array(0)
  /** Where the next record begins. */
  at = 0
  /** Fields of the record just found; after 'partial', of its beginning. */
  fields = 0
  /** Records found so far, blank lines included. */
  records = 0
  readonly starts: Int32Array
  readonly ends: Int32Array
  malformed = false
  /** Whether the record just found ended with a line end. */
  terminated = false
  /** After 'partial': whether it stopped inside quotes. */
  inQuotes = false
  private readonly delimiter: number
  private readonly maxFields: number
  /** 1 for each byte that ends an unquoted field. */
  private readonly stops = new Uint8Array(256)
  private readonly doubled: number[] = []
  private end = 0

  /** Fields beyond `maxFields` are counted but their place is not kept. */
  constructor(delimiter: number, maxFields: number) {
    this.delimiter = delimiter
    this.maxFields = maxFields
    for (const byte of [delimiter, lf, cr]) this.stops[byte] = 1
    this.starts = new Int32Array(maxFields)
    this.ends = new Int32Array(maxFields)
  }

  /** Gives the bytes to cut from `at` to `end`. Quoted fields with doubled quotes are unescaped in place. */
  feed(bytes: Uint8Array, at: number, end: number): void {
    this.bytes = bytes
    this.at = at
    this.end = end
  }

  /** Finds the next record. `last` says that no bytes follow, so that a record without a line end is complete. */
  next(last: boolean): Found {
    const { bytes, end, delimiter, starts, ends, maxFields, doubled, stops } = this
    let at = this.at
    if (at >= end) return 'end'
    let field = 0
    this.malformed = false
    this.inQuotes = false
    this.terminated = false
    doubled.length = 0
    for (;;) {
      const start = at
      let stop: number
      let from = start
      if (at < end && bytes[at] === quote) {
        at++
        let hasDoubled = false
        for (;;) {
          while (at < end && bytes[at] !== quote) at++
          if (at >= end) {
            this.inQuotes = true
            this.fields = field + 1
            return 'partial'
          }
          if (at + 1 >= end && !last) {
            this.fields = field + 1
            return 'partial'
          }
          if (at + 1 < end && bytes[at + 1] === quote) {
            hasDoubled = true
            at += 2
            continue
          }
          break
        }
        from = start + 1
        stop = at
        at++
        if (at < end && bytes[at] !== delimiter && bytes[at] !== lf && bytes[at] !== cr) {
          this.malformed = true
          while (at < end && bytes[at] !== delimiter && bytes[at] !== lf && bytes[at] !== cr) at++
          from = start
          stop = at
        } else if (hasDoubled) doubled.push(field)
      } else {
        while (at < end && stops[bytes[at] as number] === 0) at++
        stop = at
      }
      if (field < maxFields) {
        starts[field] = from
        ends[field] = stop
      }
      field++
      if (at >= end) {
        if (last) break
        this.fields = field
        return 'partial'
      }
      const byte = bytes[at]
      at++
      if (byte === delimiter) continue
      if (byte === cr) {
        // The LF of a CRLF may lie in the bytes still to come.
        if (at >= end && !last) {
          this.fields = field
          return 'partial'
        }
        if (at < end && bytes[at] === lf) at++
      }
      this.terminated = true
      break
    }
    this.at = at
    this.fields = field
    this.records++
    for (const index of doubled) if (index < maxFields) this.unescape(index)
    return 'record'
  }

  /** The text of a field of the record just found. */
  text(field: number): string {
    const { bytes, starts, ends } = this
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
      'utf8',
      starts[field],
      ends[field],
    )
  }

  private unescape(field: number): void {
    const { bytes, starts, ends } = this
    const end = ends[field] as number
    let to = starts[field] as number
    for (let from = to; from < end; from++) {
      const byte = bytes[from] as number
      bytes[to++] = byte
      if (byte === quote) from++
    }
    ends[field] = to
  }
}
