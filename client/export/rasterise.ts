/** The picture as a file that stands alone. */
export function svgBlob(svg: SVGSVGElement): Blob {
  return new Blob([svgText(svg)], { type: 'image/svg+xml;charset=utf-8' })
}

/** The picture as PNG, `scale` pixels to each of its own. */
export async function pngBlob(svg: SVGSVGElement, scale: number): Promise<Blob> {
  const image = new Image()
  const width = Number(svg.getAttribute('width'))
  const height = Number(svg.getAttribute('height'))
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(svg))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * scale
  canvas.height = height * scale
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('this browser cannot draw pictures')
  context.scale(scale, scale)
  context.drawImage(image, 0, 0, width, height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob === null) throw new Error('this browser cannot make a PNG file')
  return blob
}

function svgText(svg: SVGSVGElement): string {
  return new XMLSerializer().serializeToString(svg)
}
