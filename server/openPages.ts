/** What open pages must hear of besides submissions: notes that anybody reads, and the views that one person keeps. */
export interface OpenPages {
  /** A number that moves whenever a note is written, changed or withdrawn. */
  notes(): number
  /** One that moves whenever this person's saved views change. */
  views(owner: string): number
  noteChanged(): void
  viewsChanged(owner: string): void
  onChange(listener: () => void): () => void
}

/** Counts changes and tells whoever listens. One process serves all pages, so nothing need be stored. */
export function openPages(startedAt: Date): OpenPages {
  // A page that was open across a restart must not take the new count for the old one.
  const first = startedAt.getTime()
  const listeners = new Set<() => void>()
  const views = new Map<string, number>()
  let notes = first
  const tell = () => {
    for (const listener of listeners) listener()
  }
  return {
    notes: () => notes,
    views: (owner) => views.get(owner) ?? first,
    noteChanged() {
      notes += 1
      tell()
    },
    viewsChanged(owner) {
      views.set(owner, (views.get(owner) ?? first) + 1)
      tell()
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
