import type { Partnership } from '../../shared/partnership/partnership.ts'

/** Another partnership than the one shipped: the City of London and its own force. */
export const cityOfLondon: Partnership = {
  id: 'city-of-london',
  name: 'City of London',
  board: 'City of London Domestic Abuse Board',
  code: 'E23000034',
  areaName: 'City of London',
  aliases: [],
  areas: [{ code: 'E09000001', name: 'City of London', aliases: [] }],
  areaNoun: { one: 'borough', many: 'boroughs' },
  agencies: [
    {
      id: 'city-of-london-police',
      name: 'City of London Police',
      sector: 'police',
      areas: [],
      feeds: ['crime', 'returns'],
      aliases: [],
    },
  ],
  populations: [],
  aims: [],
  disclosure: { threshold: 5, suppressZero: false, rounding: 1 },
}
