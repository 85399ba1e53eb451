/** A text as the server holds it. The version rises with every saving, whoever saves. */
export interface KeptDraft<T> {
  readonly value: T
  readonly version: number
}

/** What the server answers to a saving: the new version, or what somebody else saved in between. */
export type SaveAnswer<T> =
  | { readonly saved: true; readonly version: number }
  | { readonly saved: false; readonly theirs: KeptDraft<T> & { readonly by: string } }

/** Two texts for one place: nothing is saved until the writer has chosen. */
export interface DraftConflict<T> {
  readonly mine: T
  readonly theirs: T
  readonly by: string
}

export interface DraftState<T> {
  readonly value: T
  /**
   * `kept`: the server has it; `waiting`, `saving`: soon; `conflict`: somebody else saved meanwhile; `unreachable`: no
   * answer, it is tried again; `refused`: the server will not take it, `problem` says why.
   */
  readonly status: 'kept' | 'waiting' | 'saving' | 'conflict' | 'unreachable' | 'refused'
  readonly conflict: DraftConflict<T> | null
  readonly problem: string | null
}

export interface DraftOptions<T> {
  /** Names what is being written, for the copy in this browser tab. */
  readonly name: string
  readonly kept: KeptDraft<T>
  readonly save: (value: T, version: number) => Promise<SaveAnswer<T>>
  /** Both texts as one, theirs first. */
  readonly join: (theirs: T, mine: T) => T
  /** Whether an error is the server's word, so that asking again would not help. */
  readonly isRefusal: (error: unknown) => boolean
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  /** Milliseconds. */
  readonly pause?: number
  readonly retryAfter?: number
}

/**
 * A text that saves itself after a pause in the writing. Until the server has acknowledged it, a copy stays in the browser
 * tab, so that neither a reload nor a lost connection loses a word; and nobody's text is overwritten unseen.
 */
export function draftKeeper<T>({
  name,
  kept,
  save,
  join,
  isRefusal,
  storage,
  pause = 800,
  retryAfter = 5_000,
}: DraftOptions<T>) {
  const place = `draft ${name}`
  const listeners = new Set<() => void>()
  let base = kept
  let timer: ReturnType<typeof setTimeout> | undefined
  let state: DraftState<T> = { value: kept.value, status: 'kept', conflict: null, problem: null }

  const become = (next: Partial<DraftState<T>>) => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  const saveIn = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void send(), milliseconds)
  }

  const remember = () => {
    try {
      storage.setItem(place, JSON.stringify({ value: state.value, version: base.version }))
    } catch {
      // A full or forbidden store: the text is still on the page and on its way to the server.
    }
  }

  const settle = (next: KeptDraft<T>) => {
    base = next
    if (same(state.value, next.value)) {
      storage.removeItem(place)
      become({ status: 'kept', conflict: null, problem: null })
      return
    }
    remember()
    become({ status: 'waiting', conflict: null, problem: null })
    saveIn(pause)
  }

  async function send(): Promise<void> {
    clearTimeout(timer)
    if (state.status === 'saving' || state.status === 'conflict' || state.status === 'kept') return
    const sent = state.value
    become({ status: 'saving', problem: null })
    try {
      const answer = await save(sent, base.version)
      if (answer.saved) return settle({ value: sent, version: answer.version })
      const { theirs } = answer
      if (same(theirs.value, state.value) || same(theirs.value, base.value)) return settle(theirs)
      base = theirs
      remember()
      become({ status: 'conflict', conflict: { mine: state.value, theirs: theirs.value, by: theirs.by } })
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error)
      if (isRefusal(error)) return become({ status: 'refused', problem })
      become({ status: 'unreachable', problem })
      saveIn(retryAfter)
    }
  }

  const choose = (value: T) => {
    if (state.conflict === null) return
    become({ value })
    settle(base)
    void send()
  }

  const left = readLeft<T>(storage.getItem(place))
  if (left !== null && !same(left.value, kept.value)) {
    // What it was written over is gone where the versions differ: any other text held by now is then a conflict.
    if (left.version !== kept.version) base = left
    state = { ...state, value: left.value, status: 'waiting' }
    saveIn(pause)
  }

  return {
    state: (): DraftState<T> => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** What is written now. */
    write(value: T): void {
      become({ value })
      remember()
      if (state.status === 'conflict') {
        become({ conflict: state.conflict && { ...state.conflict, mine: value } })
        return
      }
      if (state.status === 'saving') return
      become({ status: 'waiting' })
      saveIn(pause)
    },
    /** Saves what waits without the pause. */
    flush: send,
    /** What the server holds now, as heard by another way: shown unless something is being written here. */
    refresh(next: KeptDraft<T>): void {
      if (state.status !== 'kept' || next.version <= base.version) return
      base = next
      become({ value: next.value })
    },
    /** Settles a conflict by one's own text. */
    keepMine: () => choose(state.value),
    /** Settles a conflict by the other text. */
    takeTheirs: () => choose(base.value),
    /** Settles a conflict by both, one after the other. */
    keepBoth: () => choose(join(base.value, state.value)),
  }
}

export type DraftKeeper<T> = ReturnType<typeof draftKeeper<T>>

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function readLeft<T>(text: string | null): KeptDraft<T> | null {
  if (text === null) return null
  const left = JSON.parse(text) as Partial<KeptDraft<T>>
  return left.value !== undefined && typeof left.version === 'number'
    ? { value: left.value, version: left.version }
    : null
}
