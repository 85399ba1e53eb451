/** The name spaces of every part of a presentation. */
export const slideSpaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'

/** English Metric Units of a length in points. */
export function emu(points: number): number {
  return Math.round(points * 12_700)
}

/** A slide, in points: 16 by 9. */
export const slideSize = { width: 960, height: 540 } as const

/** Left, top, width and height, in points. */
export type Place = readonly [number, number, number, number]

/** Where things stand on a slide, in points: left, top, width, height. */
export const places = {
  title: [44, 26, 872, 64],
  subtitle: [44, 92, 872, 22],
  body: [44, 122, 872, 318],
  source: [44, 446, 872, 62],
  footer: [44, 512, 700, 18],
  number: [836, 512, 80, 18],
  /** A chart with words beside it. */
  beside: [44, 122, 592, 318],
  words: [660, 126, 256, 314],
  /** The title of the cover, and what stands below it. */
  coverTitle: [44, 150, 872, 110],
  coverWords: [44, 270, 872, 130],
} as const satisfies Record<string, Place>

/** A place as drawings write it. */
export function placeXml([x, y, width, height]: Place, tag = 'a:xfrm'): string {
  return `<${tag}><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></${tag}>`
}

/** What every tree of shapes begins with. */
export const treeHead =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
