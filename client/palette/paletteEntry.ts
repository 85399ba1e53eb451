/** Something that can be jumped to. `words` are searched after the label and not shown. */
export interface PaletteEntry {
  readonly label: string
  readonly kind: 'Measure' | 'Area' | 'Question' | 'Edition' | 'Page' | 'Saved view'
  readonly address: string
  readonly words?: string
}
