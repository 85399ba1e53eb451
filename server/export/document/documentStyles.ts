import { palette } from '../../../shared/figures/palette.ts'

const hex = (colour: string) => colour.slice(1).toUpperCase()

interface Style {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly colour?: string
  readonly bold?: boolean
  readonly serif?: boolean
  readonly before?: number
  readonly after?: number
  readonly keepNext?: boolean
  readonly outline?: number
  /** Dots lead to a number at the right margin. */
  readonly led?: boolean
  /** Twips from the left. */
  readonly indent?: number
}

const paragraphStyles: readonly Style[] = [
  { id: 'Title', name: 'Title', size: 24, bold: true, serif: true, after: 60 },
  { id: 'Subtitle', name: 'Subtitle', size: 12, colour: hex(palette['ink-2']), after: 40 },
  {
    id: 'Heading1',
    name: 'heading 1',
    size: 17,
    bold: true,
    serif: true,
    before: 280,
    after: 80,
    keepNext: true,
    outline: 0,
  },
  {
    id: 'Part',
    name: 'Part title',
    size: 20,
    bold: true,
    serif: true,
    before: 360,
    after: 160,
    keepNext: true,
    outline: 0,
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    size: 17,
    bold: true,
    serif: true,
    before: 120,
    after: 100,
    keepNext: true,
    outline: 1,
  },
  {
    id: 'CoverBoard',
    name: 'Cover board',
    size: 12,
    colour: hex(palette['ink-2']),
    before: 2400,
    after: 120,
  },
  {
    id: 'ContentsTitle',
    name: 'Contents title',
    size: 14,
    bold: true,
    before: 720,
    after: 120,
    keepNext: true,
  },
  { id: 'Contents1', name: 'toc 1', size: 11, bold: true, before: 100, after: 40, led: true },
  { id: 'Contents2', name: 'toc 2', size: 10, after: 30, led: true, indent: 280 },
  { id: 'BodyText', name: 'Body Text', size: 11, after: 140 },
  { id: 'ListItem', name: 'List Item', size: 11, after: 80 },
  { id: 'Measure', name: 'Measure', size: 11, colour: hex(palette['ink-2']), after: 80, keepNext: true },
  { id: 'Chart', name: 'Chart', size: 11, after: 60, keepNext: true },
  { id: 'Caption', name: 'caption', size: 10, bold: true, before: 60, after: 60, keepNext: true },
  { id: 'Source', name: 'Source', size: 9, colour: hex(palette['ink-2']), after: 60 },
  { id: 'TableText', name: 'Table text', size: 9 },
  { id: 'FootnoteText', name: 'footnote text', size: 9, colour: hex(palette['ink-2']) },
  { id: 'Footer', name: 'footer', size: 9, colour: hex(palette['ink-3']) },
]

/** The styles of a document: change one and every figure follows. */
export function documentStyles(): string {
  return [
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/><w:color w:val="15181C"/><w:sz w:val="22"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="70" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    ...paragraphStyles.map(styleXml),
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:u w:val="single"/></w:rPr></w:style>',
    '</w:styles>',
  ].join('')
}

function styleXml({
  id,
  name,
  size,
  colour,
  bold,
  serif,
  before = 0,
  after = 0,
  keepNext,
  outline,
  led,
  indent,
}: Style): string {
  const fonts = serif ? '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>' : ''
  return [
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>`,
    `<w:pPr>${keepNext ? '<w:keepNext/>' : ''}${led ? '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9640"/></w:tabs>' : ''}<w:spacing w:before="${before}" w:after="${after}"/>${indent === undefined ? '' : `<w:ind w:left="${indent}" w:right="600"/>`}${outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`}</w:pPr>`,
    `<w:rPr>${fonts}${bold ? '<w:b/>' : ''}${colour === undefined ? '' : `<w:color w:val="${colour}"/>`}<w:sz w:val="${size * 2}"/></w:rPr></w:style>`,
  ].join('')
}
