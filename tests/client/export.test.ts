import { describe, expect, it } from 'vitest'
import { changedValues } from '../../shared/figures/changedValues.ts'
import { controlFigure } from '../../shared/figures/controlFigure.ts'
import { csvCell } from '../../shared/figures/csvCell.ts'
import { fileName } from '../../client/export/fileName.ts'
import { seriesCsv } from '../../client/export/seriesCsv.ts'
import { wrapText } from '../../client/export/wrapText.ts'
import { metricPage, restatement } from './metricPageBuilder.ts'

describe('csvCell', () => {
  it('holds back what a spreadsheet would run', () => {
    expect(csvCell('=1+1')).toBe("'=1+1")
    expect(csvCell('@SUM(A1)')).toBe("'@SUM(A1)")
    expect(csvCell('-2+3')).toBe("'-2+3")
    expect(csvCell('\t=1')).toBe("'\t=1")
  })
  it('leaves numbers as numbers and absent values empty', () => {
    expect(csvCell(-3.5)).toBe('-3.5')
    expect(csvCell(0)).toBe('0')
    expect(csvCell(null)).toBe('')
  })
  it('quotes commas, quotes and line breaks', () => {
    expect(csvCell('a, "b"\nc')).toBe('"a, ""b""\nc"')
  })
})

describe('seriesCsv', () => {
  const page = metricPage([90, null, { value: 0 }, { value: 55, status: 'provisional' }], {
    page: {
      restatements: [restatement({ period: '2024-01', was: 80, now: 90 })],
      calendar: [
        { month: '2024-02', title: 'Training', kind: 'training', detail: '', certain: true },
        { month: '2024-02', title: 'New system', kind: 'countingRule', detail: '', certain: true },
      ],
      spanned: [{ period: '2024-04', events: [{ month: '2024-02', title: 'New system' }] }],
    },
  })
  const [head = '', ...rows] = seriesCsv(page, { link: 'http://x/', state: 'Live. Synthetic sample data.' })
    .trim()
    .split('\r\n')
  const cell = (row: number, name: string) => rows[row]?.split(',')[head.split(',').indexOf(name)]

  it('has one head row and one row a period', () => {
    expect(rows).toHaveLength(4)
  })
  it('tells a missing month from a month of 0', () => {
    expect([cell(1, 'value'), cell(1, 'status')]).toEqual(['', 'missing'])
    expect([cell(2, 'value'), cell(2, 'status')]).toEqual(['0', 'final'])
  })
  it('carries limits, corrections and what it takes to cite a row', () => {
    expect(cell(0, 'average')).toBe('100')
    expect(cell(0, 'restated_from')).toBe('80')
    expect(cell(0, 'restatement_kind')).toBe('correction')
    expect(cell(0, 'restated_by_submission')).toBe('3')
    expect(cell(0, 'marker')).toBe('[r]')
    expect(cell(3, 'marker')).toBe('[p]')
    expect(cell(3, 'state')).toContain('Synthetic sample data')
    expect(cell(3, 'submission')).toBe('7')
  })
  it('lists the events of a month, and the changes of counting that a comparison spans', () => {
    expect(cell(1, 'events')).toBe('Feb 2024: Training; Feb 2024: New system')
    expect([cell(0, 'events'), cell(2, 'events')]).toEqual(['', ''])
    expect(cell(3, 'comparison_spans')).toBe('Feb 2024: New system')
    expect(cell(2, 'comparison_spans')).toBe('')
  })
})

describe('a figure with a forecast', () => {
  const expected = (period: string) => ({ period, mean: 9, lower80: 8, upper80: 10, lower95: 7, upper95: 11 })
  const forecast = { method: 'Exponential smoothing', points: ['2024-04', '2024-05'].map(expected) }
  const figure = controlFigure(metricPage([5, 6, 7], { page: { forecast } }))

  it('goes on from the last final month, apart from what is recorded', () => {
    const values = (name: string) => figure.chart?.series.find((each) => each.name === name)?.values
    expect(figure.chart?.months).toEqual(['2024-01', '2024-02', '2024-03', '2024-04', '2024-05'])
    expect(values('Crimes')).toEqual([5, 6, 7, null, null])
    expect(values('Forecast')).toEqual([null, null, 7, 9, 9])
    expect(values('Forecast, 95% upper')).toEqual([null, null, 7, 11, 11])
    expect(figure.span?.to).toBe('2024-03')
  })
  it('is not restated when a month that was forecast comes to be recorded', () => {
    const later = controlFigure(metricPage([5, 6, 8, 12]))
    expect(changedValues(figure, later)).toEqual([{ series: 'Crimes', category: 'Mar 2024', was: 7, now: 8 }])
  })
})

describe('fileName', () => {
  it('says measure, area, last period and that the figures are invented', () => {
    expect(fileName(metricPage([1, 2]), 'png')).toBe('ms-crimes_West-Yorkshire_2024-02_synthetic-sample.png')
  })
})

describe('wrapText', () => {
  it('breaks between words and never inside one', () => {
    expect(wrapText('one two three', 7, (text) => text.length)).toEqual(['one two', 'three'])
    expect(wrapText('incomprehensible', 5, (text) => text.length)).toEqual(['incomprehensible'])
  })
})
