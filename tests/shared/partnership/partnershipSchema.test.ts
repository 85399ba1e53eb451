import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parsePartnership } from '../../../shared/partnership/partnershipSchema.ts'
import { westYorkshire } from '../../../shared/partnership/westYorkshire.ts'

const problemsOf = (definition: unknown) => {
  const parsed = parsePartnership(JSON.stringify(definition))
  return parsed.ok ? [] : parsed.problems
}

const example = (file: string) => {
  const parsed = parsePartnership(readFileSync(`docs/partnerships/${file}`, 'utf8'))
  if (!parsed.ok) throw new Error(parsed.problems.join(' '))
  return parsed.partnership
}

describe('parsePartnership', () => {
  it('reads the built-in partnership back as it was written', () => {
    const parsed = parsePartnership(JSON.stringify(westYorkshire))
    expect(parsed).toEqual({ ok: true, partnership: westYorkshire })
  })

  it('reads the London boroughs: 32 areas with 13 years of population each', () => {
    const london = example('london-boroughs.json')
    expect(london.areas).toHaveLength(32)
    expect(london.areaNoun.many).toBe('boroughs')
    const persons = london.populations[0]!.persons
    expect(Object.keys(persons)).toHaveLength(32)
    expect(Object.values(persons).every((years) => Object.keys(years).length === 13)).toBe(true)
    expect(persons['E09000007']!['2023']).toBe(220903)
  })

  it('reads the City of London alone', () => {
    const city = example('city-of-london.json')
    expect(city.areas.map(({ code }) => code)).toEqual(['E09000001'])
    expect(city.populations[0]!.persons['E09000001']!['2023']).toBe(13462)
  })

  it('fills in what a short definition leaves out', () => {
    const short = {
      id: 'one',
      name: 'One',
      board: 'Board of One',
      code: 'E23000099',
      areaName: 'One',
      areas: [{ code: 'E07000001', name: 'Oneton' }],
    }
    const parsed = parsePartnership(JSON.stringify(short))
    if (!parsed.ok) throw new Error(parsed.problems.join(' '))
    expect(parsed.partnership.disclosure).toEqual({ threshold: 5, suppressZero: false, rounding: 1 })
    expect(parsed.partnership.areas[0]!.aliases).toEqual([])
  })

  it('says where a value is wrong, in a sentence', () => {
    expect(problemsOf({ ...westYorkshire, areas: [] })).toContain('areas: must hold at least one area.')
    const [first] = problemsOf({ ...westYorkshire, areas: [{ code: 'E1 2', name: 'X', aliases: [] }] })
    expect(first).toBe('areas[1].code: must be a code of letters and digits, such as E08000035.')
  })

  it('refuses contradictions: doubled codes and names, agencies of no area, areas without population', () => {
    const [leeds, ...others] = westYorkshire.areas
    expect(problemsOf({ ...westYorkshire, areas: [leeds, leeds, ...others] })).toContain(
      'Two areas have the code E08000032.',
    )
    const twin = { code: 'E08000099', name: 'Leeds', aliases: [] }
    const problems = problemsOf({ ...westYorkshire, areas: [...westYorkshire.areas, twin] })
    expect(problems).toContain('Two areas are called leeds.')
    expect(problems).toContain('The population release 2024-07-15 has no figures for E08000099.')
    const stray = { id: 'stray', name: 'Stray', sector: 'other', areas: ['E00'], feeds: [], aliases: [] }
    expect(problemsOf({ ...westYorkshire, agencies: [stray] })).toEqual([
      'Stray answers for E00, which is not an area.',
    ])
  })

  it('refuses an aim that names a metric which does not exist', () => {
    const aims = [{ id: 'a', name: 'An aim', metrics: ['da.crimes', 'da.crime'] }]
    expect(problemsOf({ ...westYorkshire, aims })).toEqual([
      'The aim "An aim" names the metric da.crime, which does not exist.',
    ])
  })

  it('refuses fields it does not know, and text that is not JSON', () => {
    expect(problemsOf({ ...westYorkshire, populaton: [] })[0]).toMatch(/populaton/)
    const parsed = parsePartnership('{"id": ')
    expect(parsed.ok ? '' : parsed.problems[0]).toMatch(/^The file is not JSON: /)
  })
})

describe('West Yorkshire', () => {
  it('holds the published mid-2023 population of its five districts', () => {
    const persons = westYorkshire.populations.at(-1)!.persons
    expect(westYorkshire.areas.map(({ code }) => persons[code]!['2023'])).toEqual([
      560194, 208735, 442033, 829413, 361786,
    ])
  })
})
