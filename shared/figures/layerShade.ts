import { shades } from './stackedModel.ts'

/** The shade of a layer among so many: few layers take shades far from each other. */
export function layerShade(index: number, count: number): string {
  const apart = count < 2 ? 1 : Math.max(1, Math.floor((shades.length - 1) / (count - 1)))
  return shades[Math.min(index * Math.min(apart, 3), shades.length - 1)] ?? '#dfe1e3'
}
