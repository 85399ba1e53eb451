import { spelling } from '../feeds/findCode.ts'
import { forceWide, notPlaced } from './partnership.ts'
import type { Partnership } from './partnership.ts'

const nowhere = [
  '',
  'not recorded',
  'not known',
  'unknown',
  'not stated',
  'not specified',
  'none',
  'n/a',
  'not placed',
  notPlaced,
]
const everywhere = [
  'force wide',
  'forcewide',
  'force',
  'whole force',
  'county wide',
  'countywide',
  'all',
  'all areas',
  'all districts',
  forceWide,
]

const spellings = new WeakMap<Partnership, ReadonlyMap<string, string>>()

/**
 * Where a partner's text says a record belongs: an area's code, 'force-wide' where it means the whole partnership,
 * 'not-placed' where it says that the place is not known (or says nothing), null where it names no place we know.
 * Codes go before names, names before aliases, and the name of a small area ("Leeds 001A") gives its district;
 * case, spaces and punctuation do not matter.
 */
export function findArea(text: string, partnership: Partnership): string | null {
  return placesOf(partnership).get(spelling(text)) ?? areaFromLsoaName(text, partnership)
}

/** The area whose name begins the name of a small area, such as the Leeds of "Leeds 001A"; null for places outside. */
export function areaFromLsoaName(lsoaName: string, partnership: Partnership): string | null {
  const district = /^(.+?)\s+\d{3}[A-Z]$/i.exec(lsoaName.trim())?.[1]
  if (district === undefined) return null
  return partnership.areas.find(({ name }) => spelling(name) === spelling(district))?.code ?? null
}

function placesOf(partnership: Partnership): ReadonlyMap<string, string> {
  const known = spellings.get(partnership)
  if (known !== undefined) return known
  const places = new Map<string, string>()
  const add = (place: string, texts: readonly string[]) => {
    for (const text of texts) if (!places.has(spelling(text))) places.set(spelling(text), place)
  }
  const { areas } = partnership
  for (const { code } of areas) add(code, [code])
  add(forceWide, [partnership.code])
  for (const { code, name } of areas) add(code, [name])
  for (const { code, aliases } of areas) add(code, aliases)
  add(forceWide, [partnership.name, partnership.areaName, ...partnership.aliases, ...everywhere])
  add(notPlaced, nowhere)
  spellings.set(partnership, places)
  return places
}
