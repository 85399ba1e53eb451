import { describe, expect, it } from 'vitest'
import { tableHtml, tableText } from '../../client/export/copyFigure.ts'
import { controlFigure } from '../../shared/figures/controlFigure.ts'
import { metricPage } from './metricPageBuilder.ts'

const figure = controlFigure(metricPage([12, { value: null, numerator: null, status: 'suppressed' }, 14]))

describe('a copied table', () => {
  it('goes into a spreadsheet as columns, with the marker where a number is hidden', () => {
    const [head, first, second] = tableText(figure).split('\n')
    expect(head?.split('\t').slice(0, 3)).toEqual(['Month', 'Crimes', 'Status'])
    expect(first?.split('\t').slice(0, 3)).toEqual(['Jan 2024', '12', 'Final'])
    expect(second?.split('\t').slice(0, 3)).toEqual(['Feb 2024', '[c]', 'Hidden to protect people [c]'])
  })

  it('goes into a document as a table that says what it is', () => {
    const html = tableHtml({ ...figure, title: '<b>Fewer</b>' })
    expect(html).toContain('<caption>&lt;b&gt;Fewer&lt;/b&gt;. ')
    expect(html).toContain('Synthetic sample data')
    expect(html).toContain('<th scope="row">Mar 2024</th><td>14</td>')
  })

  it('holds back what begins like a formula', () => {
    const hostile = {
      ...figure,
      table: {
        ...figure.table,
        rows: [
          ['=1+1', 2],
          ['a\tb"c,d', 3],
        ],
      },
    }
    expect(tableText(hostile).split('\n').slice(1)).toEqual([`'=1+1\t2`, 'a b"c,d\t3'])
  })
})
