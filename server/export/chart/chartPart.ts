import { xmlText } from '../xml.ts'
import { categoryAxis, valueAxis } from './axes.ts'
import type { ChartSetting } from './chartSetting.ts'
import { textBody } from './chartText.ts'
import { chartGrid } from './chartGrid.ts'
import { endLabels } from './endLabels.ts'
import { isSmall, plotPlace } from './plotPlace.ts'
import { seriesXml } from './seriesXml.ts'

export const chartType = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'

const spaces =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/**
 * The one native chart: a DrawingML chart part that Excel, PowerPoint and Word show, restyle and edit. It reads the
 * grid of its sheet and carries the same numbers as cache.
 */
export function chartPart(setting: ChartSetting): string {
  const { chart, title, embedded, textSize } = setting
  return [
    `<c:chartSpace ${spaces}><c:date1904 val="0"/><c:lang val="en-GB"/><c:roundedCorners val="0"/>`,
    `<c:chart>${title === null ? '' : titleXml(title, textSize)}<c:autoTitleDeleted val="${title === null ? 1 : 0}"/>`,
    `<c:plotArea>${plotPlace(setting)}${plot(setting)}${categoryAxis(setting)}${valueAxis(chart, textSize)}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>${legendXml(setting)}`,
    `<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>`,
    `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>`,
    textBody({ size: textSize }),
    embedded === null ? '' : `<c:externalData r:id="${embedded}"><c:autoUpdate val="0"/></c:externalData>`,
    `</c:chartSpace>`,
  ].join('')
}

const axisIds = '<c:axId val="111111111"/><c:axId val="222222222"/>'

function plot(setting: ChartSetting): string {
  const { chart } = setting
  const grid = chartGrid(chart)
  const labels = endLabels(setting)
  const series = chart.series
    .map((_, index) => seriesXml({ setting, grid, index, label: labels[index] ?? null }))
    .join('')
  switch (chart.form) {
    case 'lines':
      return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axisIds}</c:lineChart>`
    case 'bars': {
      const overlap = chart.series.length > 1 ? '<c:overlap val="-5"/>' : ''
      return `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="45"/>${overlap}${axisIds}</c:barChart>`
    }
    case 'stacked':
      return `<c:barChart><c:barDir val="col"/><c:grouping val="stacked"/><c:varyColors val="0"/>${series}<c:gapWidth val="18"/><c:overlap val="100"/>${axisIds}</c:barChart>`
  }
}

/** Only the marks and forecast that mean something are named below; lines are named at their ends where there is room. */
function legendXml(setting: ChartSetting): string {
  const { series, form } = setting.chart
  const named = (i: number) => {
    const { role, named: atEnd } = series[i] ?? {}
    if (form !== 'lines') return form === 'stacked' || series.length > 1
    // Of the two bounds of an interval, which look alike, the first stands for both.
    if (role === 'forecast80' || role === 'forecast95')
      return series.findIndex((each) => each.role === role) === i
    return role === 'mark' || role === 'was' || role === 'forecast' || (role === 'part' && atEnd === false)
  }
  if (!series.some((_, i) => named(i))) return ''
  const left = series
    .map((_, i) => (named(i) ? '' : `<c:legendEntry><c:idx val="${i}"/><c:delete val="1"/></c:legendEntry>`))
    .join('')
  const place = form === 'stacked' && !isSmall(setting) ? 'r' : 'b'
  return `<c:legend><c:legendPos val="${place}"/>${left}<c:overlay val="0"/>${textBody({ size: setting.textSize })}</c:legend>`
}

function titleXml({ text, subtitle }: { text: string; subtitle: string }, size: number): string {
  const run = (words: string, points: number, bold: boolean) =>
    `<a:p><a:pPr algn="l"><a:defRPr sz="${points * 100}" b="${bold ? 1 : 0}"/></a:pPr><a:r><a:rPr lang="en-GB" sz="${points * 100}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="${bold ? '15181C' : '414850'}"/></a:solidFill></a:rPr><a:t>${xmlText(words)}</a:t></a:r></a:p>`
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>${run(text, size + 2, true)}${subtitle === '' ? '' : run(subtitle, size, false)}</c:rich></c:tx><c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.015"/><c:y val="0.02"/></c:manualLayout></c:layout><c:overlay val="0"/></c:title>`
}
