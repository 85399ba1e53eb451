/** A view that somebody keeps under a name: an address of this dashboard. */
export interface SavedViewTable {
  id: string
  /** Whose it is; nobody else sees it. */
  owner: string
  name: string
  /** Path and search, without the host. */
  address: string
  saved_at: string
}
