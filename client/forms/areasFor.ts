import type { Session } from '../trpc.ts'

/** The areas that this account may choose, the whole first. */
export function areasFor({ partnership, viewer }: Session): { code: string; name: string }[] {
  const all = [{ code: partnership.code, name: partnership.areaName }, ...partnership.areas]
  const { areas } = viewer
  return areas === 'all' ? all : all.filter(({ code }) => areas.includes(code))
}
