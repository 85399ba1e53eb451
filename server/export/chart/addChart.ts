import type { FigureChart } from '../../../shared/figures/figure.ts'
import type { OfficePackage } from '../officePackage.ts'
import { chartPart, chartType } from './chartPart.ts'
import { drawnChart } from './drawnChart.ts'
import { embeddedSheet, embeddedWorkbook } from './embeddedWorkbook.ts'

interface Request {
  readonly chart: FigureChart
  /** Folder of the file's own parts: `ppt` or `word`. */
  readonly folder: string
  readonly number: number
  readonly textSize: number
  readonly size: readonly [number, number]
  /** Above a panel, what it is of. */
  readonly title?: string
}

/** Adds a chart with its workbook to a presentation or document. */
export function addChart(
  parts: OfficePackage,
  { chart: given, folder, number, textSize, size, title }: Request,
) {
  const chart = drawnChart(given)
  const path = `${folder}/charts/chart${number}.xml`
  const embedded = parts.relate(path, 'package', `../embeddings/chart${number}.xlsx`)
  parts.add(
    path,
    chartPart({
      chart,
      title: title === undefined ? null : { text: title, subtitle: '' },
      sheet: embeddedSheet,
      embedded,
      textSize,
      size,
    }),
    chartType,
  )
  parts.add(
    `${folder}/embeddings/chart${number}.xlsx`,
    embeddedWorkbook(chart),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  )
}
