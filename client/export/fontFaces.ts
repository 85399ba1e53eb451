import sansUrl from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url'
import serifUrl from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url'

/** The dashboard's own fonts as a style sheet that carries them inside, so that a picture needs nothing else. */
export async function fontFaces(): Promise<string> {
  const faces = await Promise.all([
    fontFace('Source Sans 3 Variable', sansUrl),
    fontFace('Source Serif 4 Variable', serifUrl),
  ])
  return faces.join('')
}

async function fontFace(family: string, url: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return `@font-face{font-family:'${family}';src:url(data:font/woff2;base64,${btoa(text)}) format('woff2');font-weight:200 900}`
}
