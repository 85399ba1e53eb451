import { lowerFirst } from '../../series/finding.ts'
import type { Signal } from '../signal.ts'
import { listWords } from '../../figures/listWords.ts'

const mostNamed = 4

/** Where else an event shows, and by which other rule; empty where nowhere. */
export function alsoWords(head: Signal, also: readonly Signal[]): string {
  const own = (signal: Signal) =>
    signal.place.code === head.place.code && (signal.part?.value ?? '') === (head.part?.value ?? '')
  const rank = ({ place, part }: Signal) => (part === null ? (place.isWhole ? 0 : 1) : 2)
  const elsewhere = [
    ...new Set(
      also
        .filter((signal) => !own(signal) && signal.facts.kind !== 'outlier')
        .toSorted((a, b) => rank(a) - rank(b))
        .map(({ place, part }) =>
          part === null
            ? place.isWhole
              ? `${place.name} as a whole`
              : place.name
            : `‘${lowerFirst(part.name)}’`,
        ),
    ),
  ]
  const named = elsewhere.slice(0, mostNamed)
  const rest = elsewhere.length - named.length
  const where = listWords([...named, ...(rest > 0 ? [`${rest} more`] : [])])
  const kinds = new Set(also.filter(own).map(({ facts }) => facts.kind))
  kinds.delete(head.facts.kind)
  const rules = [
    ...(kinds.has('specialCause') ? ['on its control chart'] : []),
    ...(kinds.has('yearChange') ? ['against the same months of the year before'] : []),
    ...(kinds.has('divergence') ? ['beside a companion that did not move with it'] : []),
    ...(also.some(({ facts, place }) => facts.kind === 'outlier' && place.code === head.place.code)
      ? ['against the other areas']
      : []),
  ]
  return [
    where === '' ? '' : `It shows in ${where} too.`,
    rules.length === 0 ? '' : `It also stands out ${listWords(rules)}.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}
