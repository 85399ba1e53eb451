/** How much a file may ask of the machine before it is refused. */
export interface Limits {
  readonly fileBytes: number
  /** One record, quoted line breaks included. */
  readonly recordBytes: number
  readonly columns: number
  readonly rows: number
}

export const defaultLimits: Limits = {
  fileBytes: 2 * 1024 ** 3,
  recordBytes: 1024 ** 2,
  columns: 1_000,
  rows: 20_000_000,
}
