import type { Code } from './feed.ts'

/** What partners count themselves and send as figures. A measure that is not listed is kept under its own name. */
export const returnMeasures: readonly Code[] = [
  { code: 'marac-cases', label: 'MARAC cases', aliases: ['cases heard at MARAC', 'MARAC cases discussed'] },
  { code: 'marac-repeats', label: 'MARAC repeat cases', aliases: ['MARAC repeats', 'repeat MARAC cases'] },
  {
    code: 'idva-referrals',
    label: 'IDVA referrals',
    aliases: ['referrals to IDVA', 'independent domestic violence adviser referrals'],
  },
  {
    code: 'dvpn',
    label: 'Domestic violence protection notices',
    aliases: ['domestic violence protection notice', 'DVPNs', 'domestic abuse protection notices', 'DAPN'],
  },
  {
    code: 'dvpo',
    label: 'Domestic violence protection orders',
    aliases: ['domestic violence protection order', 'DVPOs', 'domestic abuse protection orders', 'DAPO'],
  },
  {
    code: 'clare-right-to-ask',
    label: 'Clare’s Law: right to ask',
    aliases: ['right to ask', 'DVDS right to ask', 'Clares Law right to ask'],
  },
  {
    code: 'clare-right-to-know',
    label: 'Clare’s Law: right to know',
    aliases: ['right to know', 'DVDS right to know', 'Clares Law right to know'],
  },
  {
    code: 'stpo',
    label: 'Slavery and trafficking prevention orders',
    aliases: ['slavery and trafficking prevention order', 'STPOs', 'STRO'],
  },
  {
    code: 'operation-encompass',
    label: 'Operation Encompass notifications',
    aliases: ['operation encompass', 'encompass', 'encompass notifications'],
  },
  {
    code: 'offenders-uk-resident',
    label: 'UK residents among modern slavery offenders',
    aliases: ['UK resident offenders', 'UK residents among offenders'],
  },
]
