import { expect, test } from 'vitest'
import { boardReader } from '../../../server/editions/boardReader.ts'
import { answersFor } from '../../../server/export/answersFor.ts'
import { metricsReader } from '../../../server/metrics/metricsReader.ts'
import { seriesOf } from '../../../server/metrics/seriesOf.ts'
import { westYorkshire } from '../../../shared/partnership/westYorkshire.ts'
import { crimeRecord, times } from '../../build/feedRow.ts'
import { openTestInstallation } from '../../support/installation.ts'

test('what is taken out is protected as the policy protects exports, also where the screen shows more', async () => {
  const held = await openTestInstallation('embedded', {
    ...westYorkshire,
    disclosure: { ...westYorkshire.disclosure, outputs: { export: { threshold: 40 } } },
  })
  await held.load(
    'crime',
    ['2024-03', '2024-04', '2024-05'].flatMap((month, i) =>
      times(30 + 20 * i, () => crimeRecord({ recorded_date: `${month}-05` })),
    ),
  )
  const { records, register, partnership } = held.installation
  const reader = metricsReader({ records: records.read, register, partnership })
  const viewer = { ...boardReader, output: 'screen' } as const
  const query = { metric: 'crime.recorded', from: '2024-03', to: '2024-03' } as const
  const shown = await seriesOf(reader, query, viewer)
  expect(shown.series[0]?.points[0]?.value).toBe(30)
  const taken = await answersFor({ installation: held.installation, reader }, viewer)(null).series(query)
  expect(taken.series[0]?.points[0]).toMatchObject({ value: null, status: 'suppressed' })
  await held.close()
})
