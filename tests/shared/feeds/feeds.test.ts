import { describe, expect, it } from 'vitest'
import { ageBandOf, ageBands } from '../../../shared/feeds/ageBands.ts'
import { derivedFields } from '../../../shared/feeds/derivedFields.ts'
import type { Code, Feed } from '../../../shared/feeds/feed.ts'
import { feedById, feeds, findFeed, findField } from '../../../shared/feeds/feeds.ts'
import { codesBySpelling, findCode, spelling } from '../../../shared/feeds/findCode.ts'
import { codesOfGroups, offenceCodes } from '../../../shared/feeds/offenceCodes.ts'
import { offenceGroupOf } from '../../../shared/feeds/offenceGroupOf.ts'
import { offenceGroups } from '../../../shared/feeds/offenceGroups.ts'
import { closedOutcomes, outcomeTypes, withAlternatives } from '../../../shared/feeds/outcomeTypes.ts'

const each = feeds.map((feed) => [feed.id, feed] as const)

function codeLists(feed: Feed): readonly (readonly Code[])[] {
  return feed.fields.flatMap(({ type }) =>
    type.kind === 'code' || type.kind === 'codes' ? [type.codes] : [],
  )
}

function exampleFits(feed: Feed, name: string): boolean {
  const { example, type } = findField(feed, name)!
  switch (type.kind) {
    case 'code':
      return findCode(type.codes, example) !== null
    case 'codes':
      return example.split('|').every((part) => findCode(type.codes, part) !== null)
    case 'flag':
      return example === 'yes' || example === 'no'
    case 'integer':
      return Number.isInteger(Number(example)) && Number(example) >= type.min && Number(example) <= type.max
    case 'number':
      return Number.isFinite(Number(example))
    case 'date':
      return /^\d{4}-\d{2}(-\d{2})?$/.test(example)
    default:
      return example.length > 0
  }
}

describe('feeds', () => {
  it.each(each)(
    '%s has fields of different names, among them its date, its key, an area and a count',
    (_, feed) => {
      const names = feed.fields.map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
      expect(names).toEqual(expect.arrayContaining([feed.date, ...feed.key, 'area', 'count']))
      expect(findField(feed, feed.date)?.type.kind).toBe('date')
      expect(findField(feed, 'count')?.type).toMatchObject({ kind: 'integer', min: 0 })
    },
  )

  it.each(each)('%s names columns that every database takes as they are', (_, feed) => {
    const reserved = ['month', 'grain', 'added_in', 'withdrawn_in', 'submission']
    for (const { name } of feed.fields) {
      expect(name).toMatch(/^[a-z][a-z0-9_]*$/)
      expect(reserved).not.toContain(name)
    }
  })

  it.each(each)('%s gives an example of every required field that its own type takes', (_, feed) => {
    for (const { name, required, example } of feed.fields) {
      if (required === true || example !== '')
        expect(exampleFits(feed, name), `${name}: ${example}`).toBe(true)
    }
  })

  it.each(each)('%s has no spelling that could mean two codes of one list', (_, feed) => {
    for (const codes of codeLists(feed)) {
      const found = codesBySpelling(codes)
      for (const { code, label, aliases } of codes) {
        expect(found.get(spelling(code)), code).toBe(code)
        for (const alias of aliases ?? []) expect(found.get(spelling(alias)), alias).toBe(code)
        const sameLabel = codes.filter((other) => spelling(other.label) === spelling(label))
        if (sameLabel.length === 1) expect(found.get(spelling(label)), label).toBe(code)
      }
    }
  })

  it.each(each)('%s keeps no free text: labels are short and references are hashed', (_, feed) => {
    for (const { name, type } of feed.fields) {
      if (type.kind === 'label') expect(type.maxLength, name).toBeLessThanOrEqual(160)
      if (name.endsWith('_ref')) expect(type.kind, name).toBe('reference')
    }
  })

  it('finds a feed by its id and no other text', () => {
    expect(findFeed('nrm')).toBe(feedById.nrm)
    expect(findFeed('NRM')).toBeNull()
  })
})

describe('findCode', () => {
  it('reads partners’ spellings whatever their case, spaces and punctuation', () => {
    const theme = findField(feedById.intelligence, 'theme')!.type
    if (theme.kind !== 'code') throw new Error('theme is no code')
    expect(findCode(theme.codes, 'Honour based abuse')).toBe('honour-based-abuse')
    expect(findCode(theme.codes, ' CSE ')).toBe('child-sexual-exploitation')
    expect(findCode(theme.codes, 'Modern Slavery & Human Trafficking')).toBe('modern-slavery')
    expect(findCode(theme.codes, 'burglary')).toBeNull()
    expect(findCode(outcomeTypes, '01')).toBe('1')
    expect(findCode(outcomeTypes, '1a')).toBe('1A')
  })

  it('keeps offence 4/8 and offence 48 apart', () => {
    expect(findCode(offenceCodes, '4/8')).toBe('4.8')
    expect(findCode(offenceCodes, '4.10')).toBe('4.10')
    expect(findCode(offenceCodes, '48')).toBe('48')
  })
})

describe('outcome types', () => {
  it('number 0 to 22 with the three alternative offences, which count with their parents', () => {
    const numbers = Array.from({ length: 23 }, (_, i) => String(i))
    expect(outcomeTypes.map(({ code }) => code).toSorted()).toEqual([...numbers, '1A', '2A', '3A'].toSorted())
    expect(withAlternatives('1')).toEqual(['1', '1A'])
    expect(withAlternatives('16')).toEqual(['16'])
    expect(closedOutcomes).not.toContain('0')
  })
})

describe('offence codes', () => {
  it('are listed once each, in groups that exist, with dates in order', () => {
    const codes = offenceCodes.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    const groups = offenceGroups.map(({ code }) => code)
    for (const { group, from, to } of offenceCodes) {
      expect(groups).toContain(group)
      if (from !== undefined && to !== undefined) expect(from < to).toBe(true)
    }
  })

  it('count 19C to 19H as rape, and trafficking with modern slavery', () => {
    expect(codesOfGroups('rape')).toEqual(['19C', '19D', '19E', '19F', '19G', '19H'])
    expect(codesOfGroups('modern-slavery')).toEqual(['72', '106'])
    expect(codesOfGroups('other-sexual').toSorted()).toEqual(
      [
        '17A',
        '17B',
        '20A',
        '20B',
        '21',
        '22A',
        '22B',
        '23',
        '70',
        '71',
        '73',
        '88A',
        '88B',
        '88C',
        '88D',
        '88E',
      ].toSorted(),
    )
  })

  it('give the group of an offence, from the publisher’s category only where there is no code', () => {
    expect(offenceGroupOf('8n', null)).toBe('violence-with-injury')
    expect(offenceGroupOf('19C', 'Burglary')).toBe('rape')
    expect(offenceGroupOf(null, 'Violence and sexual offences')).toBe('violence-and-sexual')
    expect(offenceGroupOf(null, 'Anti-social behaviour')).toBe('anti-social-behaviour')
    expect(offenceGroupOf('999Z', null)).toBeNull()
    expect(offenceGroupOf(null, null)).toBeNull()
  })
})

describe('age bands', () => {
  it('leave no age out and none in two', () => {
    for (let age = 0; age <= 120; age += 1) {
      expect(ageBands.filter(({ from, to }) => age >= from && (to === null || age <= to))).toHaveLength(1)
    }
    expect(ageBandOf(17)?.label).toBe('16 and 17')
    expect(ageBandOf(null)).toBeNull()
    expect(ageBandOf(-1)).toBeNull()
  })
})

describe('derived fields', () => {
  it('fill fields that exist from fields that exist, with codes of their list', () => {
    for (const { feed, field, from } of derivedFields) {
      expect(findField(feedById[feed], field)?.type.kind).toBe('code')
      for (const name of from) expect(findField(feedById[feed], name), name).not.toBeNull()
    }
    const [group, band] = derivedFields
    expect(group!.derive(['105A', null])).toBe('violence-without-injury')
    expect(group!.derive([null, null])).toBeNull()
    expect(band!.derive(['0'])).toBe('0-12')
    expect(band!.derive([null])).toBeNull()
  })
})
