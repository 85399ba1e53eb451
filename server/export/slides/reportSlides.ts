import { formatDate } from '../../../shared/figures/formatDate.ts'
import type { Report, ReportBlock } from '../../../shared/report/report.ts'
import { plainWords, richTextOf, type RichText } from '../../../shared/report/richText.ts'
import { chartBody, figureSlide } from './figureSlide.ts'
import { linesIn, piecesOf, richShape } from './richShape.ts'
import { places } from './slideSpaces.ts'
import { slidesFile, type Slide } from './slidesFile.ts'
import { tableFrames } from './tableSlides.ts'

const contentsLines = 16
const textLines = { lines: 14, letters: 112, size: 16 } as const
const besideLines = { lines: 18, letters: 40, size: 13 } as const

/**
 * A report as a presentation: cover, contents, and its parts in order. What is written right before a figure stands beside
 * its chart where there is room, else on a slide of its own after it.
 */
export function reportSlides(report: Report): Uint8Array {
  const { title, subtitle, board, state, made, blocks } = report
  const plain = { source: [], footer: `${board}. ${state}`, notes: [] } as const
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []))
  const listed: RichText = headings.map(({ level, text }) => ({
    kind: level === 1 ? 'paragraph' : 'bullet',
    runs: [{ text, bold: level === 1, italic: false, link: null }],
  }))
  const cover: Slide = {
    ...plain,
    title,
    titlePlace: places.coverTitle,
    subtitle: '',
    body: ({ parts, path }) =>
      richShape(richTextOf([subtitle, board, state, `Made on ${formatDate(made)}.`].join('\n')), {
        parts,
        path,
        place: places.coverWords,
        size: 18,
      }),
  }
  const contents = piecesOf(listed, contentsLines, 112).map((piece, i) =>
    textSlide(i === 0 ? 'Contents' : 'Contents, continued', { piece, plain, subtitle: '', size: 14 }),
  )
  const slides = [cover, ...(headings.length === 0 ? [] : contents), ...bodyOf(blocks, { board, plain })]
  return slidesFile(slides, { title, subject: board, creator: board, created: made })
}

type Plain = Pick<Slide, 'source' | 'footer' | 'notes'>

function bodyOf(
  blocks: readonly ReportBlock[],
  { board, plain }: { readonly board: string; readonly plain: Plain },
): Slide[] {
  let head = ''
  let part = ''
  return blocks.flatMap((block, i): Slide[] => {
    const next = blocks[i + 1]
    switch (block.kind) {
      case 'heading':
        head = block.text
        if (block.level === 1) part = block.text
        return []
      case 'text':
        return next?.kind === 'figure' ? [] : textSlides(head, { text: block.text, plain, part })
      case 'figure': {
        const before = blocks[i - 1]
        const text = before?.kind === 'text' ? before.text : []
        return withText(figureSlide(block.figure, { shows: block.shows, board }), {
          block,
          text,
          plain,
          part,
        })
      }
      case 'table': {
        const frames = block.table.rows.length === 0 ? [] : tableFrames(block.table, block.title)
        const note = block.note === null ? [] : [{ bold: 'Note.', text: block.note }]
        if (frames.length === 0)
          return block.note === null ? [] : textSlides(head, { text: richTextOf(block.note), plain, part })
        return frames.map((frame, at) => ({
          ...plain,
          title: frames.length > 1 ? `${head} (${at + 1} of ${frames.length})` : head,
          subtitle: block.title,
          source: note,
          body: () => frame,
        }))
      }
    }
  })
}

interface Commented {
  readonly block: Extract<ReportBlock, { kind: 'figure' }>
  readonly text: RichText
  readonly plain: Plain
  readonly part: string
}

function withText(slides: readonly Slide[], { block, text, plain, part }: Commented): Slide[] {
  const { figure, shows } = block
  if (text.length === 0) return [...slides]
  const [first, ...more] = slides
  const { lines, letters, size } = besideLines
  const spoken = { bold: 'Commentary.', text: plainWords(text) }
  if (first && shows === 'chart' && figure.chart !== null && linesIn(text, letters) <= lines) {
    const chart = chartBody(figure, places.beside)
    const beside: Slide = {
      ...first,
      notes: [spoken, ...first.notes],
      body: (slide) => chart(slide) + richShape(text, { ...slide, place: places.words, size }),
    }
    return [beside, ...more]
  }
  return [...slides, ...textSlides(figure.title, { text, plain, part: part === '' ? 'Commentary' : part })]
}

function textSlides(
  title: string,
  { text, plain, part }: { readonly text: RichText; readonly plain: Plain; readonly part: string },
): Slide[] {
  if (text.length === 0) return []
  const pieces = piecesOf(text, textLines.lines, textLines.letters)
  return pieces.map((piece, at) =>
    textSlide(pieces.length > 1 ? `${title} (${at + 1} of ${pieces.length})` : title, {
      piece,
      plain,
      subtitle: part === title ? '' : part,
      size: textLines.size,
    }),
  )
}

function textSlide(
  title: string,
  {
    piece,
    plain,
    subtitle,
    size,
  }: { readonly piece: RichText; readonly plain: Plain; readonly subtitle: string; readonly size: number },
): Slide {
  return {
    ...plain,
    title,
    subtitle,
    body: ({ parts, path }) => richShape(piece, { parts, path, place: places.body, size }),
  }
}
