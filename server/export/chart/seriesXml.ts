import { xmlText } from '../xml.ts'
import { columnRange } from './cellAddress.ts'
import { monthFormat, type ChartGrid, type GridCell } from './chartGrid.ts'
import type { ChartSetting } from './chartSetting.ts'
import { fillXml, lineXml, rgb, textBody } from './chartText.ts'
import type { DrawnSeries } from './drawnChart.ts'
import type { EndLabel } from './endLabels.ts'
import { markXml } from './marks.ts'
import { seriesLine, surfaceColour } from './seriesLook.ts'

interface Request {
  readonly setting: ChartSetting
  readonly grid: ChartGrid
  readonly index: number
  readonly label: EndLabel | null
}

/** One series: name, looks, coloured points, labels, intervals, categories and values, in the order the format asks for. */
export function seriesXml(request: Request): string {
  const { setting, index } = request
  const series = setting.chart.series[index]
  if (!series) throw new Error(`no series ${index}`)
  const lines = setting.chart.form === 'lines'
  const look = lines
    ? `<c:spPr>${lineXml(seriesLine(series, index))}</c:spPr>${markXml(series)}`
    : `<c:spPr>${fillXml(surfaceColour(setting.chart, index))}${series.role === 'before' ? lineXml({ colour: rgb('series'), points: 0.75 }) : ''}</c:spPr><c:invertIfNegative val="0"/>`
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${nameXml(request)}${look}`,
    labelsXml(request, series),
    intervalXml(request),
    categoriesXml(request),
    valuesXml(request, series),
    lines ? '<c:smooth val="0"/>' : '',
    '</c:ser>',
  ].join('')
}

function rangeOf({ setting, grid }: Request, column: number): string {
  const first = setting.sheet.headRow + 1
  return columnRange(setting.sheet.name, column, [first, first + grid.rows.length - 1])
}

function columnOf({ grid, index }: Request): number {
  return grid.places[index]?.values ?? 0
}

function nameXml(request: Request): string {
  const { grid, setting } = request
  const column = columnOf(request)
  const { headRow } = setting.sheet
  const range = columnRange(setting.sheet.name, column, [headRow, headRow])
  return `<c:tx><c:strRef><c:f>${xmlText(range)}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${xmlText(grid.head[column] ?? '')}</c:v></c:pt></c:strCache></c:strRef></c:tx>`
}

function categoriesXml(request: Request): string {
  const { grid } = request
  if (typeof grid.rows[0]?.[0] === 'number') return `<c:cat>${numbersXml(request, 0, monthFormat)}</c:cat>`
  const points = grid.rows
    .map((row, i) => `<c:pt idx="${i}"><c:v>${xmlText(String(row[0] ?? ''))}</c:v></c:pt>`)
    .join('')
  return `<c:cat><c:strRef><c:f>${xmlText(rangeOf(request, 0))}</c:f><c:strCache><c:ptCount val="${grid.rows.length}"/>${points}</c:strCache></c:strRef></c:cat>`
}

function valuesXml(request: Request, series: DrawnSeries): string {
  const format =
    series.role === 'mean' || series.role === 'limit' ? 'General' : request.setting.chart.numberFormat
  return `<c:val>${numbersXml(request, columnOf(request), format)}</c:val>`
}

function numbersXml(request: Request, column: number, format: string): string {
  const cells = request.grid.rows.map((row): GridCell => row[column] ?? null)
  const points = cells
    .map((value, i) => (typeof value === 'number' ? `<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>` : ''))
    .join('')
  return `<c:numRef><c:f>${xmlText(rangeOf(request, column))}</c:f><c:numCache><c:formatCode>${xmlText(format)}</c:formatCode><c:ptCount val="${cells.length}"/>${points}</c:numCache></c:numRef>`
}

function intervalXml(request: Request): string {
  const columns = request.grid.places[request.index]?.interval
  if (!columns) return ''
  const [below, above] = columns
  return `<c:errBars><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/><c:plus>${numbersXml(request, above, 'General')}</c:plus><c:minus>${numbersXml(request, below, 'General')}</c:minus><c:spPr>${lineXml({ colour: rgb('ink'), points: 1.25 })}</c:spPr></c:errBars>`
}

const shown = (which: { readonly value: boolean; readonly series: boolean; readonly category: boolean }) =>
  `<c:showLegendKey val="0"/><c:showVal val="${Number(which.value)}"/><c:showCatName val="${Number(which.category)}"/><c:showSerName val="${Number(which.series)}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`

/** A label stands beside the end of its line; a line from label to point would cross the forecast. */
const withoutLeaders =
  '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext></c:extLst>'

const none = { value: false, series: false, category: false }

/** Lines are named at their end with the value there; bars carry their value unless an interval stands in its place. */
function labelsXml({ setting, label }: Request, series: DrawnSeries): string {
  const { chart, textSize } = setting
  if (chart.form === 'stacked') return `<c:dLbls>${shown(none)}</c:dLbls>`
  const format = `<c:numFmt formatCode="${xmlText(labelFormat(series, chart.numberFormat))}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`
  if (chart.form === 'bars') {
    if (series.interval)
      return `<c:dLbls>${format}${textBody({ size: textSize, colour: rgb('ink'), bold: true })}<c:dLblPos val="inBase"/>${shown({ ...none, value: true })}</c:dLbls>`
    return `<c:dLbls>${format}${textBody({ size: textSize, colour: rgb('ink') })}<c:dLblPos val="outEnd"/>${shown({ ...none, value: true })}</c:dLbls>`
  }
  if (label === null) return `<c:dLbls>${shown(none)}</c:dLbls>`
  const figures = series.role === 'value'
  const moved =
    Math.abs(label.down) < 0.002 && label.along < 0.002
      ? ''
      : `<c:layout><c:manualLayout><c:x val="${label.along.toFixed(4)}"/><c:y val="${label.down.toFixed(4)}"/></c:manualLayout></c:layout>`
  const text = textBody({ size: textSize, colour: rgb(figures ? 'ink' : 'ink-2'), bold: figures })
  const named = figures && chart.series.filter(({ role }) => role === 'value').length === 1
  const which = named
    ? { value: true, series: false, category: true }
    : { value: series.role !== 'part', series: true, category: false }
  return `<c:dLbls><c:dLbl><c:idx val="${label.at}"/>${moved}${format}${text}<c:dLblPos val="r"/>${shown(which)}<c:separator>${named ? ': ' : ' '}</c:separator></c:dLbl>${shown(none)}${withoutLeaders}</c:dLbls>`
}

function labelFormat({ role }: DrawnSeries, format: string): string {
  return (role === 'mean' || role === 'limit') && format === '#,##0' ? '#,##0' : format
}
