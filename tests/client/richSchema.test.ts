import { describe, expect, it } from 'vitest'
import { documentOf, isSafeLink, richTextFrom } from '../../client/editor/richSchema.ts'
import { richTextOf, richTextSchema, type RichRun, type RichText } from '../../shared/report/richText.ts'

const run = (text: string, look: Partial<RichRun> = {}): RichRun => ({
  text,
  bold: false,
  italic: false,
  link: null,
  ...look,
})

const text: RichText = [
  {
    kind: 'paragraph',
    runs: [run('Two findings '), run('need', { bold: true, italic: true }), run(' a decision.')],
  },
  { kind: 'bullet', runs: [run('Leeds')] },
  { kind: 'bullet', runs: [run('the minutes', { link: 'https://example.org/minutes' })] },
  { kind: 'numbered', runs: [run('first')] },
  { kind: 'paragraph', runs: [run('Last.')] },
]

describe('a text in the editor', () => {
  it('comes out as it went in', () => {
    expect(richTextFrom(documentOf(text))).toEqual(text)
    expect(richTextSchema.parse(richTextFrom(documentOf(text)))).toEqual(text)
  })

  it('is a document that the schema allows, also without any text', () => {
    for (const each of [text, []]) expect(() => documentOf(each).check()).not.toThrow()
    expect(richTextFrom(documentOf([]))).toEqual([])
  })

  it('keeps lists of two kinds apart', () => {
    const names = documentOf(text).children.map(({ type }) => type.name)
    expect(names).toEqual(['paragraph', 'bullet_list', 'ordered_list', 'paragraph'])
  })

  it('leaves out paragraphs in which nothing is written', () => {
    expect(
      richTextFrom(documentOf([...richTextOf('One.'), { kind: 'paragraph', runs: [run('  ')] }])),
    ).toEqual(richTextOf('One.'))
  })

  it('links to addresses of the web and of mail alone', () => {
    expect(['https://example.org', 'mailto:a@example.org'].map(isSafeLink)).toEqual([true, true])
    expect(['javascript:alert(1)', 'data:text/html,x', '/local', 'https://a b'].map(isSafeLink)).toEqual(
      Array.from({ length: 4 }, () => false),
    )
  })
})
