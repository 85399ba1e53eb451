/** The lists of a document: one kind of bullet, and numbers that begin again with each list. */
export function numbering() {
  let numbered = 0
  const list = (id: number, kind: 'bullet' | 'decimal', mark: string) =>
    `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${kind}"/><w:lvlText w:val="${mark}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="300"/></w:pPr></w:lvl></w:abstractNum>`
  return {
    bullet: 1,
    /** The id of a new numbered list. */
    begin: (): number => 1 + ++numbered,
    xml(): string {
      const restarted = Array.from(
        { length: numbered },
        (_, i) =>
          `<w:num w:numId="${i + 2}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
      )
      return `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${list(0, 'bullet', '•')}${list(1, 'decimal', '%1.')}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${restarted.join('')}</w:numbering>`
    },
  }
}

export type Numbering = ReturnType<typeof numbering>
