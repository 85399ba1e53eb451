import { spelling } from '../../shared/feeds/findCode.ts'
import type { Partnership } from '../../shared/partnership/partnership.ts'

/**
 * Whether a force's name is that of the partnership's own area ("City of London Police" for City of London), for a
 * partnership whose definition lists no police agency under that name.
 */
export function isOwnForce(force: string, { name, areaName, aliases }: Partnership): boolean {
  const place = spelling(force.replace(/\b(police( service)?|constabulary)\b/gi, ''))
  return (
    place !== '' &&
    [name, areaName, ...aliases].some((own) => spelling(own) === place || spelling(own) === spelling(force))
  )
}
