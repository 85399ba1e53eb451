/** One version of a mapping profile that an analyst saved; versions are added and never changed. */
export interface MappingProfileTable {
  name: string
  /** From 1, rising with each save under the name. */
  version: number
  feed: string
  /** JSON: `Profile`, without its version. */
  definition: string
  /** When it was saved, ISO 8601 UTC. */
  saved_at: string
  saved_by: string
}
