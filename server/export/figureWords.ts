import type { Figure } from '../../shared/figures/figure.ts'

export interface BoldAndText {
  readonly bold: string
  readonly text: string
}

/** What stands below a figure where room is short: the cautions, which marks mean a gap, source with method, reference. */
export function figureFooter(figure: Figure): BoldAndText[] {
  const { gaps, source, method, state, reference } = figure
  const cautions = [...shortCaveats(figure), ...(gaps.length === 0 ? [] : [gapSummary(gaps)])]
  return [
    ...(cautions.length === 0 ? [] : [{ bold: 'Read with care.', text: cautions.join(' ') }]),
    { bold: 'Source.', text: [source, method, state].filter((text) => text !== '').join(' ') },
    ...(reference === null ? [] : [{ bold: 'Cite as.', text: reference.link }]),
  ]
}

/** Single corrections are told in notes and tables; below a picture it is enough that there are some. */
function shortCaveats({ caveats }: Figure): string[] {
  const revised = caveats.filter((caveat) => caveat.startsWith('Revised [r]'))
  const others = caveats.filter((caveat) => !caveat.startsWith('Revised [r]'))
  if (revised.length === 0) return others
  return [
    ...others,
    revised.length === 1
      ? (revised[0] ?? '')
      : `${revised.length} figures were revised; the table marks them [r].`,
  ]
}

function gapSummary(gaps: readonly string[]): string {
  return gaps.length <= 2
    ? gaps.join(' ')
    : `${gaps.length} entries have no figure; the table gives the reasons.`
}
