import { xmlText } from '../xml.ts'

/** How a cell looks. `quoted` keeps text that begins like a formula text, also when somebody edits the cell. */
export interface CellLook {
  readonly font?: 'plain' | 'bold' | 'title' | 'heading' | 'link'
  readonly numberFormat?: string
  readonly wrap?: boolean
  readonly align?: 'left' | 'right'
  readonly quoted?: boolean
}

const fonts = ['plain', 'bold', 'title', 'heading', 'link'] as const
const ink = '<color rgb="FF15181C"/>'
const fontXml: Readonly<Record<(typeof fonts)[number], string>> = {
  plain: `<font><sz val="11"/>${ink}<name val="Calibri"/><family val="2"/></font>`,
  bold: `<font><b/><sz val="11"/>${ink}<name val="Calibri"/><family val="2"/></font>`,
  title: `<font><b/><sz val="18"/>${ink}<name val="Georgia"/><family val="1"/></font>`,
  heading: `<font><b/><sz val="14"/>${ink}<name val="Calibri"/><family val="2"/></font>`,
  link: `<font><u/><sz val="11"/>${ink}<name val="Calibri"/><family val="2"/></font>`,
}

/** The looks that the cells of one workbook use, numbered as they are first asked for. */
export function cellStyles() {
  const looks = new Map<string, number>()
  const formats: string[] = []
  const cells: string[] = []
  const number = (look: CellLook): number => {
    const key = JSON.stringify([look.font, look.numberFormat, look.wrap, look.align, look.quoted])
    const known = looks.get(key)
    if (known !== undefined) return known
    cells.push(cellXml(look))
    looks.set(key, cells.length - 1)
    return cells.length - 1
  }
  const cellXml = ({
    font = 'plain',
    numberFormat,
    wrap = false,
    align,
    quoted = false,
  }: CellLook): string => {
    let format = 0
    if (numberFormat !== undefined) {
      if (!formats.includes(numberFormat)) formats.push(numberFormat)
      format = 164 + formats.indexOf(numberFormat)
    }
    const alignment = `<alignment vertical="top"${align === undefined ? '' : ` horizontal="${align}"${align === 'left' ? ' indent="1"' : ''}`}${wrap ? ' wrapText="1"' : ''}/>`
    return `<xf numFmtId="${format}" fontId="${fonts.indexOf(font)}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"${quoted ? ' quotePrefix="1"' : ''}>${alignment}</xf>`
  }
  number({})
  return {
    number,
    xml(): string {
      const numberFormats = formats
        .map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${xmlText(code)}"/>`)
        .join('')
      return [
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
        formats.length === 0 ? '' : `<numFmts count="${formats.length}">${numberFormats}</numFmts>`,
        `<fonts count="${fonts.length}">${fonts.map((font) => fontXml[font]).join('')}</fonts>`,
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
        `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs>`,
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
        '</styleSheet>',
      ].join('')
    },
  }
}

export type CellStyles = ReturnType<typeof cellStyles>
