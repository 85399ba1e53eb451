/** A suggested question that somebody set aside, with why. Never deleted: taken up again instead. */
export interface DismissalTable {
  id: string
  /** What the suggestion is called: it names the event, never how large it is. */
  suggestion: string
  /** The area that the suggestion was about. */
  place: string
  /** How large it was then, as a share of what had been before. */
  size: number
  reason: string
  /** 1 where it was about invented figures. */
  synthetic: number
  dismissed_by: string
  /** ISO 8601 UTC. */
  dismissed_at: string
  /** Null while it stands. */
  restored_by: string | null
  restored_at: string | null
}
