import { againstWhole } from './againstWhole.ts'
import { listWords } from './listWords.ts'

type Interval = Parameters<typeof againstWhole>[0]

interface Request {
  /** The measure's name. */
  readonly measure: string
  readonly areas: readonly { readonly name: string; readonly point: Interval }[]
  /** The figure of all areas together; null where there is none to stand beside. */
  readonly whole: number | null
  readonly partnership: {
    readonly areaName: string
    readonly areaNoun: { readonly one: string; readonly many: string }
  }
}

/** Which areas have a 95 % interval that leaves out the figure of the whole, as the title of a comparison; no verdict. */
export function areasFinding({ measure, areas, whole, partnership }: Request): string {
  const { areaName, areaNoun } = partnership
  const named = (word: RegExp) =>
    areas.filter(({ point }) => word.test(againstWhole(point, whole))).map(({ name }) => name)
  const [higher, lower, alike] = [named(/^Higher/), named(/^Lower/), named(/^No clear/)]
  if (higher.length + lower.length + alike.length === 0)
    return `${measure}: each ${areaNoun.one} beside the others`
  const parts = [
    ...(higher.length > 0 ? [`higher in ${listWords(higher)}`] : []),
    ...(lower.length > 0 ? [`lower in ${listWords(lower)}`] : []),
  ]
  return parts.length === 0
    ? `${measure}: no ${areaNoun.one} clearly differs from ${areaName}`
    : `${measure}: ${parts.join(' and ')} than in ${areaName}`
}
