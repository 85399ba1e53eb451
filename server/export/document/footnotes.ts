import { run } from './paragraphs.ts'

/** The footnotes of a document, numbered as they are added: a note is pointed at once, or no program shows it twice. */
export function footnotes() {
  const held: string[] = []
  return {
    /** The note's id. */
    add(text: string): number {
      held.push(text)
      return held.length
    },
    xml(): string {
      const rule = (id: number, type: string, mark: string) =>
        `<w:footnote w:id="${id}" w:type="${type}"><w:p><w:r><w:${mark}/></w:r></w:p></w:footnote>`
      const notes = held.map(
        (text, i) =>
          `<w:footnote w:id="${i + 1}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>${run(` ${text}`)}</w:p></w:footnote>`,
      )
      return `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${rule(-1, 'separator', 'separator')}${rule(0, 'continuationSeparator', 'continuationSeparator')}${notes.join('')}</w:footnotes>`
    },
  }
}

export type Footnotes = ReturnType<typeof footnotes>
