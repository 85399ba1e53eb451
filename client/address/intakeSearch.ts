/** The file that waits on the server and is being looked at; left out before one has been sent. */
export interface IntakeSearch {
  readonly upload?: string
}

/** Reads the address of the intake page; what is no file's id is left out. */
export function readIntakeSearch(search: Record<string, unknown>): IntakeSearch {
  const { upload } = search
  return typeof upload === 'string' && /^[0-9a-f]{32}$/.test(upload) ? { upload } : {}
}
