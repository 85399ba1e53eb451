import { fonts, palette } from '../../shared/figures/palette.ts'

const namespace = 'http://www.w3.org/2000/svg'
const looks = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'paint-order',
  'font-size',
  'font-weight',
  'font-family',
  'text-anchor',
]

/**
 * The pictures of a host below each other in one, each under the name its element carries. What style sheets say of
 * them is written into them, since no style sheet goes with a file.
 */
export async function stacked(host: HTMLElement, width: number): Promise<SVGSVGElement> {
  const found = await pictures(host)
  const whole = document.createElementNS(namespace, 'svg')
  let y = 0
  for (const { svg, name } of found) {
    if (name !== '') {
      y += 24
      whole.append(heading(name, y))
    }
    y += 6
    const copy = withLooks(svg)
    const { width: own, height } = svg.viewBox.baseVal
    for (const [key, value] of Object.entries({ x: 0, y, width: own, height }))
      copy.setAttribute(key, String(value))
    whole.append(copy)
    y += height + 4
  }
  for (const [key, value] of Object.entries({ width, height: y, viewBox: `0 0 ${width} ${y}` }))
    whole.setAttribute(key, String(value))
  return whole
}

/** The drawn pictures, once there are some. */
async function pictures(host: HTMLElement): Promise<{ svg: SVGSVGElement; name: string }[]> {
  for (let tries = 0; tries < 60; tries += 1) {
    const found = [...host.querySelectorAll<HTMLElement>('[data-name]')].flatMap((element) => {
      const svg = element.querySelector('svg')
      return svg === null ? [] : [{ svg, name: element.dataset.name ?? '' }]
    })
    if (found.length > 0) return found
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
  throw new Error('the comparison was not drawn in time')
}

function withLooks(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) throw new Error('not an svg')
  const copies = [...copy.querySelectorAll('*')]
  ;[...svg.querySelectorAll('*')].forEach((element, index) => {
    const style = getComputedStyle(element)
    for (const look of looks) {
      const value = style.getPropertyValue(look)
      if (value !== '') copies[index]?.setAttribute(look, value)
    }
  })
  return copy
}

function heading(name: string, y: number): SVGTextElement {
  const text = document.createElementNS(namespace, 'text')
  for (const [key, value] of Object.entries({
    x: 0,
    y,
    fill: palette.ink,
    'font-family': fonts.sans,
    'font-size': 16,
    'font-weight': 600,
  }))
    text.setAttribute(key, String(value))
  text.textContent = name
  return text
}
