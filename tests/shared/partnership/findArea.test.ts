import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { areaFromLsoaName, findArea } from '../../../shared/partnership/findArea.ts'
import { findAgency } from '../../../shared/partnership/findAgency.ts'
import { parsePartnership } from '../../../shared/partnership/partnershipSchema.ts'
import { westYorkshire } from '../../../shared/partnership/westYorkshire.ts'

describe('findArea', () => {
  it.each([
    ['E08000035', 'E08000035'],
    [' e08000035 ', 'E08000035'],
    ['Leeds', 'E08000035'],
    ['bradford mdc', 'E08000032'],
    ['Kirklees Council', 'E08000034'],
    ['City of Bradford', 'E08000032'],
    ['CITY OF BRADFORD METROPOLITAN DISTRICT COUNCIL', 'E08000032'],
    ['Calderdale  Metropolitan-Borough Council', 'E08000033'],
    ['Wakefield 010B', 'E08000036'],
    ['West Yorkshire', 'force-wide'],
    ['E23000010', 'force-wide'],
    ['Force-wide', 'force-wide'],
    ['Not recorded', 'not-placed'],
    ['', 'not-placed'],
  ])('places %j at %s', (text, place) => {
    expect(findArea(text, westYorkshire)).toBe(place)
  })

  it.each(['Barnsley', 'Barnsley 016A', 'E08000016', 'Leedsville', 'Leeds 001'])(
    'knows no place called %j',
    (text) => {
      expect(findArea(text, westYorkshire)).toBeNull()
    },
  )

  it('takes the district from the name of a small area, and only from that', () => {
    expect(areaFromLsoaName('Leeds 001A', westYorkshire)).toBe('E08000035')
    expect(areaFromLsoaName('Leeds', westYorkshire)).toBeNull()
    expect(areaFromLsoaName('West Yorkshire 001A', westYorkshire)).toBeNull()
  })

  it('finds the one area of a force that bears the same name', () => {
    const parsed = parsePartnership(readFileSync('docs/partnerships/city-of-london.json', 'utf8'))
    if (!parsed.ok) throw new Error(parsed.problems.join(' '))
    expect(findArea('City of London', parsed.partnership)).toBe('E09000001')
    expect(findArea('City of London 001A', parsed.partnership)).toBe('E09000001')
    expect(findArea('City of London Police', parsed.partnership)).toBe('force-wide')
    expect(findArea('Camden 028B', parsed.partnership)).toBeNull()
  })
})

describe('findAgency', () => {
  it('knows an agency by id, name and alias', () => {
    expect(findAgency('west yorkshire police', westYorkshire)?.id).toBe('west-yorkshire-police')
    expect(findAgency('kirklees-council', westYorkshire)?.name).toBe('Kirklees Council')
    expect(findAgency('Bradford M.D.C.', westYorkshire)?.id).toBe('bradford-council')
    expect(findAgency('North Yorkshire Police', westYorkshire)).toBeNull()
  })
})
