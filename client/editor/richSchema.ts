import { Schema, type Node } from 'prosemirror-model'
import type { RichParagraph, RichRun, RichText } from '../../shared/report/richText.ts'

const safeLink = /^(https?:\/\/|mailto:)[^\s<>"']+$/i

/** Paragraphs, flat lists, bold, italic and links: all that a commentary may hold, whatever is pasted into it. */
export const richSchema = new Schema({
  nodes: {
    doc: { content: '(paragraph | bullet_list | ordered_list)+' },
    paragraph: { content: 'text*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    bullet_list: { content: 'list_item+', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
    ordered_list: { content: 'list_item+', parseDOM: [{ tag: 'ol' }], toDOM: () => ['ol', 0] },
    list_item: { content: 'paragraph', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
    text: {},
  },
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: (element) => {
            const href = element.getAttribute('href') ?? ''
            return safeLink.test(href) ? { href } : false
          },
        },
      ],
      toDOM: (mark) => ['a', { href: String(mark.attrs['href']) }, 0],
    },
    bold: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    italic: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  },
})

/** Whether a link may stand in a text. */
export function isSafeLink(address: string): boolean {
  return safeLink.test(address)
}

/** A text as the editor holds it. */
export function documentOf(text: RichText): Node {
  const { nodes } = richSchema
  const blocks: Node[] = []
  let items: Node[] = []
  text.forEach((paragraph, i) => {
    const { kind } = paragraph
    const node = nodes.paragraph.create(null, paragraph.runs.map(textNode))
    if (kind === 'paragraph') return void blocks.push(node)
    items.push(nodes.list_item.create(null, node))
    if (text[i + 1]?.kind === kind) return
    blocks.push((kind === 'bullet' ? nodes.bullet_list : nodes.ordered_list).create(null, items))
    items = []
  })
  return nodes.doc.create(null, blocks.length === 0 ? [nodes.paragraph.create()] : blocks)
}

/** What the editor holds as plain data; empty paragraphs are left out. */
export function richTextFrom(document: Node): RichText {
  const paragraphs: RichParagraph[] = []
  const add = (kind: RichParagraph['kind'], node: Node) => {
    const runs = node.children.map(runOf).filter(({ text }) => text !== '')
    if (runs.some(({ text }) => text.trim() !== '')) paragraphs.push({ kind, runs })
  }
  for (const block of document.children) {
    if (block.type.name === 'paragraph') add('paragraph', block)
    else
      for (const item of block.children)
        add(block.type.name === 'bullet_list' ? 'bullet' : 'numbered', item.child(0))
  }
  return paragraphs
}

function textNode({ text, bold, italic, link }: RichRun): Node {
  const { marks } = richSchema
  return richSchema.text(text, [
    ...(link === null ? [] : [marks.link.create({ href: link })]),
    ...(bold ? [marks.bold.create()] : []),
    ...(italic ? [marks.italic.create()] : []),
  ])
}

function runOf(node: Node): RichRun {
  const has = (name: string) => node.marks.find(({ type }) => type.name === name)
  const href: unknown = has('link')?.attrs['href']
  return {
    text: node.text ?? '',
    bold: has('bold') !== undefined,
    italic: has('italic') !== undefined,
    link: typeof href === 'string' ? href : null,
  }
}
