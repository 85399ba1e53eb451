import type { Plan } from './plan.ts'
import type { Window } from './window.ts'

/** Names what a windowed query asks, so that its answer is found again. */
export function windowedKey(
  plan: Plan,
  { windows, byArea }: { readonly windows: readonly Window[]; readonly byArea: boolean },
): string {
  const span = [windows[0]?.from, windows.at(-1)?.to, windows.length]
  return JSON.stringify([
    plan.metric.id,
    plan.query.grain,
    plan.query.transform,
    plan.query.asAt,
    plan.query.breakdown,
    plan.query.filters,
    byArea,
    span,
  ])
}

/** Names one figure within an answer. */
export function figureKey(window: Window | undefined, breakdown: readonly string[]): string {
  return JSON.stringify([window?.from, window?.to, ...breakdown])
}
