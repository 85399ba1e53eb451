import { describe, expect, it } from 'vitest'
import {
  ruleOf,
  withConstant,
  withDates,
  withField,
  withFold,
  withMeaning,
  withoutSkip,
  withSign,
  withSkip,
} from '../../client/pages/intake/mapping/editProfile.ts'
import {
  withList,
  withMade,
  withoutMade,
  withPrefix,
  withUnique,
} from '../../client/pages/intake/mapping/editLayout.ts'
import type { Profile } from '../../client/pages/intake/intakeClient.ts'
import { feedById } from '../../shared/feeds/feeds.ts'

const empty: Profile = {
  name: 'mine',
  label: 'Mine',
  meaning: '',
  feed: 'returns',
  columns: [],
  ignored: [],
  constants: {},
  otherAgencies: 'keep',
  otherPlaces: 'suspect',
}

describe('a mapping', () => {
  it('gives a column one field and a field one column', () => {
    const first = withField(withField(empty, 'District', 'area'), 'Town', 'area')
    expect(first.columns).toEqual([{ field: 'area', headers: ['Town'] }])
    expect(withField(first, 'TOWN ', 'measure').columns).toEqual([{ field: 'measure', headers: ['TOWN '] }])
  })

  it('keeps a column unread when told so, without a warning for it', () => {
    const unread = withField(withField(empty, 'Town', 'area'), 'Town', null)
    expect(unread.columns).toEqual([])
    expect(unread.ignored).toEqual(['Town'])
    expect(withField(unread, 'Town', 'area').ignored).toEqual([])
  })

  it('explains words whatever their case, and takes an explanation back', () => {
    const town = withField(empty, 'Town', 'area')
    const once = withMeaning(town, 'Town', { word: 'Lds', meaning: 'E08000035' })
    const twice = withMeaning(once, 'town', { word: 'LDS', meaning: 'not-placed' })
    expect(ruleOf(twice, 'Town')?.values).toEqual({ LDS: 'not-placed' })
    expect(ruleOf(withMeaning(twice, 'Town', { word: 'lds', meaning: null }), 'Town')?.values).toEqual({})
  })

  it('says how dates are written', () => {
    const month = withDates(withField(empty, 'Month', 'period'), 'Month', 'monthFirst')
    expect(ruleOf(month, 'Month')).toEqual({ field: 'period', headers: ['Month'], dates: 'monthFirst' })
    expect(ruleOf(withDates(month, 'Month', null), 'Month')).not.toHaveProperty('dates')
  })

  it('gives a field a value in every row instead of a column, and the other way round', () => {
    const fixed = withConstant(withField(empty, 'Town', 'area'), 'area', 'Leeds')
    expect(fixed).toMatchObject({ columns: [], constants: { area: 'Leeds' } })
    expect(withField(fixed, 'Town', 'area')).toMatchObject({ constants: {} })
    expect(withConstant(fixed, 'area', null).constants).toEqual({})
  })

  it('leaves rows out by their text, as it stands and not as a pattern', () => {
    const skipping = withSkip(empty, { column: 'Measure', how: 'begins', text: 'Total (all)+' })
    const rule = skipping.layout?.skip?.[0]
    expect(new RegExp(rule?.pattern ?? '', 'i').test('total (all)+ of it')).toBe(true)
    expect(new RegExp(rule?.pattern ?? '', 'i').test('Total all')).toBe(false)
    expect(rule?.what).toBe('‘Measure’ begins with ‘Total (all)+’')
    expect(withoutSkip(skipping, 0)).not.toHaveProperty('layout')
  })

  it('folds a column for each month into rows, and reads what that makes', () => {
    const wide = withFold(withField(empty, 'Measure', 'measure'), feedById.returns, 'periods')
    expect(wide.layout?.fold).toEqual({ kind: 'periods', into: 'Period', value: 'Figure' })
    expect(wide.columns.map(({ field, headers }) => [field, headers[0]])).toEqual([
      ['measure', 'Measure'],
      ['value', 'Figure'],
      ['period', 'Period'],
    ])
    expect(withFold(wide, feedById.returns, null)).toEqual(withField(empty, 'Measure', 'measure'))
  })

  it('folds every column that is not read otherwise, and keeps the rest', () => {
    const wide = withFold(withField(empty, 'Month', 'period'), feedById.returns, 'others')
    expect(wide.layout?.fold).toEqual({ kind: 'others', into: 'Label', value: 'Figure', keep: ['Month'] })
  })

  it('tells what signs mean in place of figures, blank among them', () => {
    const known = withSign(empty, 'Cases', { sign: '', meaning: 'missing' })
    const both = withSign(known, 'Cases', { sign: '*', meaning: 'suppressed' })
    expect(both.layout?.markers).toEqual({ column: 'Cases', signs: { '': 'missing', '*': 'suppressed' } })
    const none = ['', '*'].reduce((left, sign) => withSign(left, 'Cases', { sign, meaning: null }), both)
    expect(none).not.toHaveProperty('layout')
  })
})

describe('columns made of others', () => {
  it('joins texts, and can then be read into a field', () => {
    const made = withMade(empty, ['Year', 'Quarter'], { how: 'join', separator: ' ' })
    expect(made.layout?.join).toEqual([
      { into: 'Year and Quarter', columns: ['Year', 'Quarter'], separator: ' ' },
    ])
    const read = withField(made, 'Year and Quarter', 'period')
    expect(withoutMade(read, 'Year and Quarter')).toEqual(empty)
  })
  it('adds up figures, once however often it is asked', () => {
    const once = withMade(empty, ['Men', 'Women'], { how: 'sum' })
    expect(withMade(once, ['Men', 'Women'], { how: 'sum' }).layout?.sum).toEqual([
      { into: 'Men plus Women', columns: ['Men', 'Women'] },
    ])
  })
  it('takes away with a column what was made of it', () => {
    const made = withMade(empty, ['Men', 'Women'], { how: 'join', separator: '' })
    const both = withMade(made, ['Men and Women', 'Others'], { how: 'join', separator: '' })
    expect(withoutMade(both, 'Men and Women')).toEqual(empty)
  })
})

describe('the cells of a column', () => {
  it('are lists or not, name one figure or not', () => {
    const list = withList(withList(empty, 'Kinds', true), 'Kinds', true)
    expect(list.layout?.lists).toEqual(['Kinds'])
    expect(withList(list, 'Kinds', false)).toEqual(empty)
    const unique = withUnique(withUnique(empty, 'period', true), 'Town', true)
    expect(unique.layout?.unique).toEqual(['period', 'Town'])
    expect(withUnique(withUnique(unique, 'period', false), 'Town', false)).toEqual(empty)
  })
  it('have a text put before them, where their column is read', () => {
    const read = withField(empty, 'Table', 'measure')
    const named = withPrefix(read, 'Table', 'NRM: ')
    expect(ruleOf(named, 'Table')?.prefix).toBe('NRM: ')
    expect(withPrefix(named, 'Table', '')).toEqual(read)
    expect(withPrefix(empty, 'Table', 'NRM: ')).toEqual(empty)
  })
})
