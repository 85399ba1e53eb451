import { xmlText } from '../xml.ts'
import { monthFormat } from './chartGrid.ts'
import type { DrawnChart } from './drawnChart.ts'
import { plotRoom } from './plotPlace.ts'
import type { ChartSetting } from './chartSetting.ts'
import { lineXml, rgb, textBody } from './chartText.ts'

/** How many categories a time axis names at most, so that none runs into the next. */
function mostNamed(setting: ChartSetting): number {
  const longest =
    setting.chart.months === null ? Math.max(1, ...setting.chart.categories.map(({ length }) => length)) : 8
  const room = plotRoom(setting).width * setting.size[0]
  return Math.max(2, Math.floor(room / ((longest + 3) * setting.textSize * 0.52)))
}

/** Time, or the names below each other; the first of the bars stands at the top, as in the table. */
export function categoryAxis(setting: ChartSetting): string {
  const { form, categories, months } = setting.chart
  const size = setting.textSize
  const most = mostNamed(setting)
  if (months !== null) return monthAxis(months.length, { size, most })
  const bars = form === 'bars'
  const every = bars ? 1 : namedEvery(categories.length, most)
  return [
    `<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="${bars ? 'maxMin' : 'minMax'}"/></c:scaling>`,
    `<c:delete val="0"/><c:axPos val="${bars ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/>`,
    `<c:majorTickMark val="${bars ? 'none' : 'out'}"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>`,
    `<c:spPr>${lineXml({ colour: rgb('ink-2'), points: 1 })}</c:spPr>${textBody({ size })}`,
    `<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>`,
    `<c:tickLblSkip val="${every}"/><c:tickMarkSkip val="${every}"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
  ].join('')
}

/** Months as dates, so that programs step by whole years. */
function monthAxis(count: number, { size, most }: { readonly size: number; readonly most: number }): string {
  const steps = [1, 2, 3, 6, 12, 24, 60]
  const every = steps.find((step) => count / step <= most) ?? 120
  return [
    `<c:dateAx><c:axId val="111111111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>`,
    `<c:axPos val="b"/><c:numFmt formatCode="${monthFormat}" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>`,
    `<c:spPr>${lineXml({ colour: rgb('ink-2'), points: 1 })}</c:spPr>${textBody({ size })}`,
    `<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblOffset val="100"/><c:baseTimeUnit val="months"/>`,
    `<c:majorUnit val="${every}"/><c:majorTimeUnit val="months"/></c:dateAx>`,
  ].join('')
}

/** Months are named by whole years or quarters of years where there are many. */
function namedEvery(count: number, most: number): number {
  const steps = [1, 2, 3, 6, 12, 24, 36, 60]
  return steps.find((step) => count / step <= most) ?? Math.ceil(count / most)
}

/** Values from the first to the last round number, with grid lines and the unit. */
export function valueAxis({ form, ticks, unit, numberFormat }: DrawnChart, size: number): string {
  const [first = 0, second = 1] = ticks
  const last = ticks.at(-1) ?? 1
  const bars = form === 'bars'
  return [
    `<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/><c:max val="${last}"/><c:min val="${first}"/></c:scaling>`,
    `<c:delete val="0"/><c:axPos val="${bars ? 'b' : 'l'}"/><c:majorGridlines><c:spPr>${lineXml({ colour: rgb('grid'), points: 0.75 })}</c:spPr></c:majorGridlines>`,
    unit === '' ? '' : axisTitle(unit, size, bars),
    `<c:numFmt formatCode="${xmlText(axisFormat(numberFormat, second - first))}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>`,
    `<c:spPr>${lineXml(null)}</c:spPr>${textBody({ size })}<c:crossAx val="111111111"/><c:crosses val="${bars ? 'max' : 'autoZero'}"/>`,
    `<c:crossBetween val="between"/><c:majorUnit val="${Number((second - first).toPrecision(12))}"/></c:valAx>`,
  ].join('')
}

/** No more decimals than the steps of the axis have. */
function axisFormat(format: string, step: number): string {
  const places = String(Number(step.toPrecision(6))).split('.')[1]?.length ?? 0
  return format.replace(/\.0+/, places === 0 ? '' : `.${'0'.repeat(places)}`)
}

function axisTitle(unit: string, size: number, below: boolean): string {
  const turn = below ? '<a:bodyPr/>' : '<a:bodyPr rot="-5400000" vert="horz"/>'
  return `<c:title><c:tx><c:rich>${turn}<a:lstStyle/><a:p><a:pPr><a:defRPr sz="${Math.round(size * 100)}" b="0"/></a:pPr><a:r><a:rPr lang="en-GB" sz="${Math.round(size * 100)}" b="0"><a:solidFill><a:srgbClr val="${rgb('ink-2')}"/></a:solidFill></a:rPr><a:t>${xmlText(unit)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
}
