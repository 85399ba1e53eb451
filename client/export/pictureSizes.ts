/** How large a picture is, in its own pixels; a height of null is as high as it needs to be. */
export interface PictureSize {
  readonly width: number
  readonly height: number | null
}

export type SizeName = 'natural' | 'half' | 'full' | 'slide'

/** What a picture may be made for. Pages are A4 between margins of 2 cm, slides 16 by 9. */
export const pictureSizes: readonly {
  readonly name: SizeName
  readonly words: string
  readonly size: PictureSize
}[] = [
  { name: 'natural', words: 'as high as it needs', size: { width: 1200, height: null } },
  { name: 'half', words: 'half a page', size: { width: 1200, height: 850 } },
  { name: 'full', words: 'a full page', size: { width: 1200, height: 1740 } },
  { name: 'slide', words: 'a slide', size: { width: 1600, height: 900 } },
]

/** The size of that name. */
export function pictureSize(name: SizeName): PictureSize {
  const found = pictureSizes.find((each) => each.name === name)
  if (!found) throw new Error(`no picture size: ${name}`)
  return found.size
}
