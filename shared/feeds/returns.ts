import { areaField } from './areaField.ts'
import { countField } from './countField.ts'
import type { Feed } from './feed.ts'
import { returnMeasures } from './returnMeasures.ts'

/** Monthly or quarterly figures that a partner counts itself: whatever has no record-level feed. */
export const returns: Feed = {
  id: 'returns',
  label: 'Partner returns',
  row: 'One figure of one measure, for one agency, area and month or quarter.',
  date: 'period',
  key: ['measure', 'agency', 'area', 'period'],
  fields: [
    {
      name: 'measure',
      label: 'Measure',
      meaning: 'What was counted. A measure that is not listed is kept under its own name.',
      type: { kind: 'code', codes: returnMeasures, open: true },
      required: true,
      dimension: true,
      example: 'marac-cases',
    },
    {
      name: 'agency',
      label: 'Agency',
      meaning: 'The organisation whose figure it is.',
      type: { kind: 'label', maxLength: 120 },
      required: true,
      dimension: true,
      example: 'Leeds City Council',
    },
    areaField('The district the figure is for'),
    {
      name: 'period',
      label: 'Period',
      meaning: 'The month (2026-04) or calendar quarter (2026-Q2) the figure is for.',
      type: { kind: 'date' },
      required: true,
      example: '2026-04',
    },
    {
      name: 'value',
      label: 'Value',
      meaning: 'The figure. 0 where there were none; leave the row out where it is not known.',
      type: { kind: 'number', min: 0 },
      required: true,
      example: '42',
    },
    {
      name: 'denominator',
      label: 'Out of',
      meaning: 'What the figure is a part of, where it is one: offenders of known residence, cases in all.',
      type: { kind: 'number', min: 0 },
      example: '',
    },
    countField,
  ],
}
