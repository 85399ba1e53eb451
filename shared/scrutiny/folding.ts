import { metrics } from '../metrics/catalogue.ts'
import { rankOf, type Rank } from './ranking.ts'
import type { Signal } from './signal.ts'

/** The whole leads its own parts when it says nearly as much as the best of them. */
const nearEnough = 0.8

/** Signals of one event: the one that says most, and what else shows it. */
export interface Event {
  /** Names the event without a number: the same next month if it goes on. */
  readonly id: string
  readonly head: Signal
  readonly also: readonly Signal[]
  readonly rank: Rank
}

/**
 * Folds signals of one event into one: of a measure in one direction, whichever rule saw it, in the whole, in areas and
 * in parts; an area apart from the others joins the movement that the same area (or the whole) shows, else the measure's
 * other areas apart; all figures of a measure that were restated; what one agency owes of one feed. Where exactly one
 * area shows what the whole shows, the area leads; else the highest in rank. Ordered by rank.
 */
export function foldSignals(signals: readonly Signal[]): Event[] {
  const moving = new Map<string, Signal[]>()
  for (const signal of signals) {
    if (!isMovement(signal)) continue
    const id = movementOf(signal)
    moving.set(id, [...(moving.get(id) ?? []), signal])
  }
  const groups = Map.groupBy(signals, (signal) => {
    const { facts } = signal
    if (isMovement(signal)) return movementOf(signal)
    if (facts.kind === 'outlier') {
      const movement = moving.get(movementOf(signal)) ?? []
      const joins = movement.some(({ place }) => place.isWhole || place.code === signal.place.code)
      return joins ? movementOf(signal) : `${signal.metric}.apart`
    }
    if (facts.kind === 'restated') return `${signal.metric}.restated`
    if (facts.kind === 'missedTarget' || facts.kind === 'forecast')
      return `${signal.metric}.target.${signal.place.code}`
    return signal.id
  })
  const events = [...groups]
    .map(([id, members]) => eventOf(id, members))
    .toSorted((a, b) => b.rank.score - a.rank.score || placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : 1))
  return withoutTwins(events)
}

/** The same figures under two measures (all crimes, and those of one kind where no others are sent) are one event. */
function withoutTwins(events: readonly Event[]): Event[] {
  const kept = new Map<string, Event>()
  for (const event of events) {
    const { head } = event
    const figures = JSON.stringify([head.facts, head.place.code, head.period])
    const twin = kept.get(figures)
    kept.set(figures, twin ? { ...twin, also: [...twin.also, head, ...event.also] } : event)
  }
  return [...kept.values()]
}

/** Of equals, the measure that the catalogue names first: bare totals come last in it. */
function placeOf({ head }: Event): number {
  return metrics.findIndex(({ id }) => id === head.metric)
}

function eventOf(id: string, members: readonly Signal[]): Event {
  const ranked = members.toSorted((a, b) => rankOf(b).score - rankOf(a).score || (a.id < b.id ? -1 : 1))
  const head = headOf(ranked)
  const best = ranked[0] ?? head
  return {
    id,
    head: head.facts.kind === 'restated' ? withFigures(head, members.length) : head,
    also: ranked.filter((each) => each !== head),
    rank: rankOf(best),
  }
}

function headOf(ranked: readonly Signal[]): Signal {
  const [best] = ranked
  if (!best) throw new Error('an event without a signal')
  // A divergence says more than the rise it rests on.
  const told = ranked.filter(isMovement)
  const areas = new Set(told.filter(({ place }) => !place.isWhole).map(({ place }) => place.code))
  const [only] = areas
  const whole = told.find(({ place, part }) => place.isWhole && part === null)
  if (whole && areas.size === 1)
    return ranked.find(({ place, facts }) => place.code === only && facts.kind !== 'outlier') ?? best
  if (whole && (areas.size > 1 || rankOf(whole).score >= nearEnough * rankOf(best).score)) return whole
  return best
}

function isMovement({ facts: { kind } }: Signal): boolean {
  return kind === 'specialCause' || kind === 'yearChange' || kind === 'divergence'
}

function movementOf({ metric, direction }: Signal): string {
  return `${metric}.${direction ?? 'changed'}`
}

function withFigures(signal: Signal, figures: number): Signal {
  return signal.facts.kind === 'restated' ? { ...signal, facts: { ...signal.facts, figures } } : signal
}
