import '../styles/report.css'
import { chartsOf } from '../../shared/figures/chartsOf.ts'
import { formatDate } from '../../shared/figures/formatDate.ts'
import type { Report, ReportBlock } from '../../shared/report/report.ts'
import { BehindTable } from './BehindTable.tsx'
import { ReportFigure } from './ReportFigure.tsx'
import { ReportTable } from './ReportTable.tsx'
import { RichTextView } from './RichTextView.tsx'

const tablesTitle = 'Numbers behind the figures'

/** A report as a page, and as the paper that its print is: cover, contents, its parts in order, the numbers at the end. */
export function ReportView({ report }: { report: Report }) {
  const { title, subtitle, board, state, made, blocks } = report
  const figures = blocks.flatMap((block) => (block.kind === 'figure' ? [block] : []))
  const drawn = figures.map((block, i) => ({ ...block, number: i + 1 })).filter(isDrawn)
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []))
  const lists = blocks.filter(({ kind }) => kind === 'table')
  return (
    <article className="report">
      <header className="cover">
        <p className="board">{board}</p>
        <h1 className="h1">{title}</h1>
        <p className="dek">{subtitle}</p>
        <p className="state">{state}</p>
        <p className="kick">Made on {formatDate(made)}.</p>
      </header>
      {headings.length > 0 && (
        <nav className="contents" aria-labelledby="contents">
          <h2 id="contents" className="h3">
            Contents
          </h2>
          <ol>
            {headings.map(({ level, text }, i) => (
              <li key={i} className={level === 1 ? 'part' : undefined}>
                <a href={`#${anchor(i)}`}>{text}</a>
              </li>
            ))}
            {drawn.length > 0 && (
              <li className="part">
                <a href="#numbers">{tablesTitle}</a>
              </li>
            )}
          </ol>
        </nav>
      )}
      {blocks.map((block, i) => {
        switch (block.kind) {
          case 'heading':
            return <Heading key={i} block={block} id={anchor(headings.indexOf(block))} />
          case 'text':
            return (
              <div key={i} className="prose">
                <RichTextView text={block.text} />
              </div>
            )
          case 'figure':
            return <ReportFigure key={i} block={block} number={figures.indexOf(block) + 1} />
          case 'table':
            return <ReportTable key={i} block={block} number={lists.indexOf(block) + 1} />
        }
      })}
      {drawn.length > 0 && (
        <section aria-labelledby="numbers">
          <h2 className="h2 partstart" id="numbers">
            {tablesTitle}
          </h2>
          {drawn.map(({ figure, number }) => (
            <BehindTable key={number} figure={figure} number={number} />
          ))}
        </section>
      )}
    </article>
  )
}

function Heading({ block, id }: { block: Extract<ReportBlock, { kind: 'heading' }>; id: string }) {
  return block.level === 1 ? (
    <h2 className="h2 partstart" id={id}>
      {block.text}
    </h2>
  ) : (
    <h3 className="finding" id={id}>
      {block.text}
    </h3>
  )
}

function anchor(index: number): string {
  return `part-${index + 1}`
}

function isDrawn({ figure, shows }: Extract<ReportBlock, { kind: 'figure' }>): boolean {
  return shows === 'chart' && chartsOf(figure).length > 0
}
