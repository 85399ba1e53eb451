import type { ScorecardRow } from '../../../shared/series/scorecard.ts'
import { countWord } from '../../figures/countWord.ts'

/** How one area stands, as the sentence at the head of its page: against its own past first, then beside the whole. */
export function areaSentence(
  rows: readonly ScorecardRow[],
  { code, name, whole }: { readonly code: string; readonly name: string; readonly whole: string },
): string {
  const changed = rows.filter(({ variation }) => !['common', 'unjudged'].includes(variation.kind)).length
  const apart = rows.filter((row) => differenceOf(row, code) !== null).length
  const measures = rows.length === 1 ? 'measure' : 'measures'
  return `${name}: ${countWord(changed).toLowerCase()} of ${rows.length} ${measures} changed by more than usual, and ${countWord(apart).toLowerCase()} ${apart === 1 ? 'differs' : 'differ'} from ${whole} by more than chance`
}

/** Whether the area's year lies above or below the partnership's by more than chance explains; null where it does not. */
export function differenceOf(row: ScorecardRow, code: string): 'higher' | 'lower' | null {
  return row.areas.find(({ area }) => area === code)?.beyondChance ?? null
}
