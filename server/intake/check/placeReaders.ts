import type { Field } from '../../../shared/feeds/feed.ts'
import { findAgency } from '../../../shared/partnership/findAgency.ts'
import { areaFromLsoaName, findArea } from '../../../shared/partnership/findArea.ts'
import { notPlaced } from '../../../shared/partnership/partnership.ts'
import type { Partnership } from '../../../shared/partnership/partnership.ts'
import { isOwnForce } from '../ownForce.ts'
import type { ColumnRule, Profile } from '../profiles/profile.ts'
import { faultyCell } from './cell.ts'
import { saysNothing } from './cleanText.ts'
import { textCell } from './readerContext.ts'
import type { ReadCell, ReaderContext } from './readerContext.ts'

/** Where a record belongs: an area of the partnership, all of it, or not placed; never a reason to reject a row. */
export function areaReader(field: Field, context: ReaderContext): ReadCell {
  const { partnership, profile, rule, notes } = context
  return (text) => {
    const place = rule.part === 'lsoaDistrict' ? districtOf(text, partnership) : findArea(text, partnership)
    if (profile.otherPlaces === 'leave out' && (place === null || place === notPlaced))
      return faultyCell(`not a ${partnership.areaNoun.one} of ${partnership.name}`, 'outside')
    const cell = textCell(field.name, place ?? notPlaced, context)
    if (place === null) cell.note = notes.on(districtName(text, rule), outsideNote(profile, partnership))
    else if (place === notPlaced) cell.note = notes.on('', 'no place given, counted in the total only')
    return cell
  }
}

function districtOf(text: string, partnership: Partnership): string | null {
  return text === '' ? notPlaced : areaFromLsoaName(text, partnership)
}

function districtName(text: string, { part }: ColumnRule): string {
  return part === 'lsoaDistrict' ? text.replace(/\s+\d{3}[A-Z]$/i, '') : text
}

function outsideNote({ otherPlaces }: Profile, { areaNoun, name }: Partnership): string {
  return otherPlaces === 'expected'
    ? `outside the ${areaNoun.many} of ${name}, counted in the total only`
    : `no known ${areaNoun.one} of ${name}, kept as not placed and counted in the total only`
}

/** Whose record the row is: an agency of the partnership, by its id; another body's name where the profile keeps those. */
export function agencyReader(context: ReaderContext): ReadCell {
  const { partnership, profile, agencies, notes } = context
  return (text) => {
    const agency = findAgency(text, partnership)
    if (profile.otherAgencies === 'reject') {
      if (agency !== null && (agencies === null || agencies.has(agency.id)))
        return textCell('agency', agency.id, context)
      const unlisted = agency === null && context.stated === null && isOwnForce(text, partnership)
      if (unlisted) return textCell('agency', partnership.id, context)
      return text === ''
        ? faultyCell('no force or agency named')
        : faultyCell('another body’s record', 'outside')
    }
    if (agency !== null) return textCell('agency', agency.id, context)
    if (saysNothing(text)) return faultyCell('no agency named')
    const cell = textCell('agency', text, context)
    cell.note = notes.on(text, `no agency of ${partnership.name}, kept as sent`)
    return cell
  }
}
