import { areaPattern, asAtPattern, monthPattern } from './overviewSearch.ts'
import { fitting, oneOf, withoutEmpty } from './searchText.ts'

/** One series of a comparison: a measure, an area (absent: the whole partnership), and one value of a dimension. */
export interface CompareLine {
  readonly metric: string
  readonly area?: string
  readonly only?: { readonly dimension: string; readonly code: string }
}

/** What a comparison's address holds. */
export interface CompareSearch {
  /** The measure whose rise or fall is asked about, read beside its companions. */
  of?: string
  /** The area of that question. */
  area?: string
  /** `metric~area~dimension~code`, joined by `|`; parts may be empty. Absent: the question's own measures. */
  lines?: string
  scale?: 'indexed'
  view?: 'table'
  /** Whether trainings and campaigns lie below the lines. */
  training?: '1'
  grain?: 'quarter'
  from?: string
  to?: string
  /** The month of the event that is tested. */
  at?: string
  asAt?: string
}

/** More lines than this cannot be told apart. */
export const mostLines = 8

const metricPattern = /^[A-Za-z][A-Za-z0-9.]{1,60}$/

/** Reads the address; what is not understood is dropped, so that an old or mistyped link still opens. */
export function readCompareSearch(raw: Record<string, unknown>): CompareSearch {
  return withoutEmpty({
    of: fitting(raw.of, metricPattern),
    area: fitting(raw.area, areaPattern),
    lines: writeLines(readLines(typeof raw.lines === 'string' ? raw.lines : undefined)),
    scale: oneOf(raw.scale, ['indexed']),
    view: oneOf(raw.view, ['table']),
    training: oneOf(raw.training, ['1']),
    grain: oneOf(raw.grain, ['quarter']),
    from: fitting(raw.from, monthPattern),
    to: fitting(raw.to, monthPattern),
    at: fitting(raw.at, monthPattern),
    asAt: fitting(raw.asAt, asAtPattern),
  })
}

/** The lines an address names, at most eight, each once. */
export function readLines(text: string | undefined): CompareLine[] {
  const seen = new Set<string>()
  return (text ?? '')
    .split('|')
    .flatMap((part): CompareLine[] => {
      const [metric = '', area = '', dimension = '', code = ''] = part.split('~').map(unescape)
      if (!metricPattern.test(metric) || seen.has(part)) return []
      seen.add(part)
      return [
        {
          metric,
          ...(areaPattern.test(area) ? { area } : {}),
          ...(dimension !== '' && code !== '' ? { only: { dimension, code } } : {}),
        },
      ]
    })
    .slice(0, mostLines)
}

/** The reverse of readLines; no lines are no text. */
export function writeLines(lines: readonly CompareLine[]): string | undefined {
  if (lines.length === 0) return undefined
  return lines
    .map(({ metric, area = '', only }) =>
      [metric, area, only?.dimension ?? '', only?.code ?? ''].map(escape).join('~').replace(/~+$/, ''),
    )
    .join('|')
}

function escape(text: string): string {
  return text.replace(/[%~|]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

function unescape(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
