import type { PointType } from '../series/metricPage.ts'

/**
 * The colours of styles/tokens.css that pictures carry with them, because classes do not travel with an exported SVG.
 * A test holds both equal.
 */
export const palette = {
  paper: '#ffffff',
  band: '#efeee9',
  ink: '#15181c',
  'ink-2': '#414850',
  'ink-3': '#5a616a',
  grid: '#e7e5df',
  'rule-2': '#b9b6ad',
  ctrl: '#7d828a',
  improve: '#0a5ea8',
  concern: '#b04a00',
  'concern-mark': '#c85a00',
  changed: '#6a3a9c',
  series: '#3f464e',
  limit: '#7c8188',
  mean: '#565c64',
  common: '#6c727a',
} as const

export const fonts = {
  sans: "'Source Sans 3 Variable', 'Source Sans 3', 'Segoe UI', Arial, sans-serif",
  serif: "'Source Serif 4 Variable', 'Source Serif 4', Georgia, serif",
} as const

/** The colour of a mark by what the rules say of it. */
export function markColour(type: PointType): string {
  switch (type) {
    case 'common':
      return palette.series
    case 'improvement':
      return palette.improve
    case 'concern':
      return palette['concern-mark']
    case 'neutral':
      return palette.changed
  }
}

/** The colour of words about such a mark: dark enough to read. */
export function wordColour(type: PointType): string {
  return type === 'concern' ? palette.concern : type === 'common' ? palette.ink : markColour(type)
}
