import { Fragment, type ReactNode } from 'react'
import type { RichParagraph, RichRun, RichText } from '../../shared/report/richText.ts'

/** What somebody wrote, as it is read. */
export function RichTextView({ text }: { text: RichText }) {
  return grouped(text).map((group, at) => {
    const [first] = group
    if (first?.kind === 'bullet') return <ul key={at}>{group.map(itemOf)}</ul>
    if (first?.kind === 'numbered') return <ol key={at}>{group.map(itemOf)}</ol>
    return group.map(({ runs }, i) => <p key={`${at} ${i}`}>{runs.map(runOf)}</p>)
  })
}

function itemOf({ runs }: RichParagraph, at: number): ReactNode {
  return <li key={at}>{runs.map(runOf)}</li>
}

function runOf({ text, bold, italic, link }: RichRun, at: number): ReactNode {
  const emphasised = italic ? <em>{text}</em> : text
  const words = bold ? <strong>{emphasised}</strong> : emphasised
  return link === null ? (
    <Fragment key={at}>{words}</Fragment>
  ) : (
    <a key={at} href={link} rel="noreferrer">
      {words}
    </a>
  )
}

/** Neighbours of one kind together: items of one list. */
function grouped(text: RichText): RichParagraph[][] {
  const groups: RichParagraph[][] = []
  for (const paragraph of text) {
    const last = groups.at(-1)
    if (last?.[0]?.kind === paragraph.kind) last.push(paragraph)
    else groups.push([paragraph])
  }
  return groups
}
