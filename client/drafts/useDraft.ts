import { useEffect, useState, useSyncExternalStore } from 'react'
import { errorCode } from '../trpc.ts'
import { draftKeeper, type DraftKeeper, type DraftOptions, type DraftState } from './draftKeeper.ts'

export type Draft<T> = DraftState<T> &
  Pick<DraftKeeper<T>, 'write' | 'flush' | 'keepMine' | 'takeTheirs' | 'keepBoth'>

/**
 * A text that saves itself and that two people may write at once. `name`, `save` and `join` are those of the first
 * drawing: give the component a key where it moves on to another text.
 */
export function useDraft<T>(options: Pick<DraftOptions<T>, 'name' | 'kept' | 'save' | 'join'>): Draft<T> {
  const { kept } = options
  const [keeper] = useState(() =>
    draftKeeper<T>({
      ...options,
      storage: window.sessionStorage,
      isRefusal: (error) => errorCode(error) !== null,
    }),
  )
  const state = useSyncExternalStore(keeper.subscribe, keeper.state)
  const unsaved = state.status !== 'kept'
  useEffect(() => keeper.refresh(kept), [keeper, kept])
  useEffect(() => () => void keeper.flush(), [keeper])
  useEffect(() => {
    if (!unsaved) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsaved])
  const { write, flush, keepMine, takeTheirs, keepBoth } = keeper
  return { ...state, write, flush, keepMine, takeTheirs, keepBoth }
}
