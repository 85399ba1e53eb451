import { fonts, palette } from '../../shared/figures/palette.ts'
import { wrapText } from './wrapText.ts'

const namespace = 'http://www.w3.org/2000/svg'
const margin = 40

/** Everything a picture says around its chart. */
export interface FigureWords {
  readonly title: string
  readonly subtitle: string
  readonly marks: string
  readonly footer: readonly { readonly bold: string; readonly text: string }[]
  readonly link: string
}

interface Parts {
  readonly chart: SVGSVGElement
  /** Point shapes and what they mean, already drawn. */
  readonly legend: SVGSVGElement | null
  readonly words: FigureWords
  readonly width: number
  readonly fontFaces: string
}

/**
 * A picture that stands alone: title, subtitle, chart, meaning of the shapes, caveats, source and link inside one
 * SVG whose size does not depend on the window. Fonts travel with it; no style sheet is needed.
 */
export function figureSvg({ chart, legend, words, width, fontFaces }: Parts): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg')
  const inner = width - 2 * margin
  let y = margin
  const write = (text: string, options: TextOptions) => {
    for (const line of wrapText(text, options.width ?? inner, measure(options))) {
      y += options.leading
      svg.append(textElement(line, margin, y, options))
    }
  }
  const style = document.createElementNS(namespace, 'style')
  style.textContent = fontFaces
  svg.append(style)
  const paper = document.createElementNS(namespace, 'rect')
  svg.append(paper)

  const { marks } = words
  const title = { size: 27, bold: true, serif: true, fill: palette.ink, leading: 33 }
  write(words.title, title)
  y += 4
  write(words.subtitle, { size: 16, fill: palette['ink-2'], leading: 22 })
  y += 4
  write(marks, { size: 15, bold: true, fill: palette.ink, leading: 21 })
  y += 8
  y += place(svg, chart, margin, y)
  if (legend) y += place(svg, legend, margin, y + 4) + 8
  y += 10
  svg.append(ruleElement(margin, width - margin, y))
  y += 4
  for (const { bold, text } of words.footer) {
    if (text === '') continue
    const options = { size: 14, fill: palette['ink-2'], leading: 19 }
    const lines = wrapText(`${bold} ${text}`.trim(), inner, measure(options))
    lines.forEach((line, index) => {
      y += options.leading
      svg.append(textElement(line, margin, y, options, index === 0 ? bold : ''))
    })
    y += 2
  }
  write(words.link, { size: 13, fill: palette['ink-3'], leading: 19 })
  const height = Math.ceil(y + margin * 0.6)
  for (const [name, value] of Object.entries({
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    xmlns: namespace,
  })) {
    svg.setAttribute(name, String(value))
  }
  for (const [name, value] of Object.entries({ width, height, fill: palette.paper }))
    paper.setAttribute(name, String(value))
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', `${words.title}. ${words.subtitle}`)
  return svg
}

interface TextOptions {
  readonly size: number
  readonly leading: number
  readonly fill: string
  readonly bold?: boolean
  readonly serif?: boolean
  readonly width?: number
}

function textElement(
  text: string,
  x: number,
  y: number,
  options: TextOptions,
  boldStart = '',
): SVGTextElement {
  const element = document.createElementNS(namespace, 'text')
  const attributes = {
    x,
    y,
    fill: options.fill,
    'font-family': options.serif === true ? fonts.serif : fonts.sans,
    'font-size': options.size,
    'font-weight': options.bold === true ? 600 : 400,
  }
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
  if (boldStart === '') {
    element.textContent = text
    return element
  }
  const bold = document.createElementNS(namespace, 'tspan')
  bold.setAttribute('font-weight', '600')
  bold.textContent = boldStart
  element.append(bold, document.createTextNode(text.slice(boldStart.length)))
  return element
}

function ruleElement(from: number, to: number, y: number): SVGPathElement {
  const path = document.createElementNS(namespace, 'path')
  path.setAttribute('d', `M${from} ${y}H${to}`)
  path.setAttribute('stroke', palette['rule-2'])
  return path
}

/** Puts a drawn picture into another at a place; the height it takes. Classes and styles stay behind. */
function place(into: SVGSVGElement, picture: SVGSVGElement, x: number, y: number): number {
  const copy = picture.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) throw new Error('not an svg')
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    for (const name of ['class', 'style', 'tabindex', 'aria-hidden']) element.removeAttribute(name)
  }
  const height = Number(picture.getAttribute('height'))
  copy.setAttribute('x', String(x))
  copy.setAttribute('y', String(y))
  copy.setAttribute('overflow', 'visible')
  into.append(copy)
  return height
}

function measure({ size, bold = false, serif = false }: Pick<TextOptions, 'size' | 'bold' | 'serif'>) {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) throw new Error('this browser cannot measure text')
  context.font = `${bold ? 600 : 400} ${size}px ${serif ? fonts.serif : fonts.sans}`
  return (text: string) => context.measureText(text).width
}
