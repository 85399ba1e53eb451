import { palette } from '../../../shared/figures/palette.ts'

/** A colour of the palette as Office writes it. */
export function rgb(name: keyof typeof palette): string {
  return palette[name].slice(1).toUpperCase()
}

/** How text in a chart looks. */
export function textBody({
  size,
  colour = rgb('ink-2'),
  bold = false,
}: {
  readonly size: number
  readonly colour?: string
  readonly bold?: boolean
}): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${Math.round(size * 100)}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`
}

/** A line of a colour, in points; null draws none. */
export function lineXml(
  line: { readonly colour: string; readonly points: number; readonly dash?: 'dash' | 'sysDot' } | null,
): string {
  if (line === null) return '<a:ln><a:noFill/></a:ln>'
  const dash = line.dash === undefined ? '' : `<a:prstDash val="${line.dash}"/>`
  return `<a:ln w="${Math.round(line.points * 12_700)}" cap="rnd"><a:solidFill><a:srgbClr val="${line.colour}"/></a:solidFill>${dash}<a:round/></a:ln>`
}

/** A filled surface. */
export function fillXml(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`
}
