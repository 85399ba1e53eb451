import { localAnalyst } from '../shared/access/viewer.ts'
import type { SeriesQueryInput } from '../shared/series/seriesQuery.ts'
import type { Installation } from '../server/installation.ts'
import { seriesOf } from '../server/metrics/seriesOf.ts'
import { freshReader } from './benchInstallation.ts'
import type { ByHand } from './byHand.ts'
import { inTurns, median } from './timing.ts'

/** One question, as a query of the product and as SQL that a person would write; its column `n` is the figure. */
export interface SeriesCase {
  readonly name: string
  readonly query: SeriesQueryInput
  readonly sql: string
}

export interface SeriesTimes {
  readonly name: string
  /** Medians in milliseconds. */
  readonly ours: number
  readonly byHand: number
}

/**
 * Times each question on both sides, in turns, with nothing remembered by the product. Throws where the two do not give
 * the same figures: a fast wrong answer is not measured.
 */
export async function timeCases(
  cases: readonly SeriesCase[],
  { installation, byHand, rounds }: { installation: Installation; byHand: ByHand; rounds: number },
): Promise<SeriesTimes[]> {
  const times: SeriesTimes[] = []
  for (const { name, query, sql } of cases) {
    const ask = () => seriesOf(freshReader(installation), query, localAnalyst)
    const answer = await ask()
    const points = answer.series.flatMap((series) => series.points)
    const ours = points.reduce((sum, { value }) => sum + (value ?? 0), 0)
    const rows = await byHand.rows(sql)
    const theirs = rows.reduce((sum, { n }) => sum + Number(n ?? 0), 0)
    if (ours === 0 || Math.abs(ours - theirs) > 1e-6 * Math.abs(theirs)) {
      throw new Error(`${name}: the product says ${ours}, the SQL by hand ${theirs}`)
    }
    const [own = [], hand = []] = await inTurns(rounds, [ask, () => byHand.rows(sql)])
    times.push({ name, ours: median(own), byHand: median(hand) })
  }
  return times
}

/** A notifiable crime, in SQL by hand over a table of crimes. */
export const isCrimeSql = `kind = 'crime' and offence_group is distinct from 'anti-social-behaviour'
  and coalesce(source_category, '') not in ('Anti-social behaviour', 'Anti-Social Behaviour', 'anti-social behaviour', 'anti-social-behaviour')`

/** Among the codes, or the group, of sexual offences. */
export function offenceSql(codes: readonly string[], ...groups: readonly string[]): string {
  const list = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ')
  return `(offence_code in (${list(codes)}) or offence_group in (${list(groups)}))`
}
