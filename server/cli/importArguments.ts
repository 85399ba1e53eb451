import { parseArgs } from 'node:util'
import { isMonth } from '../../shared/periods/month.ts'
import type { Month } from '../../shared/periods/month.ts'

/** What the import command was asked to do. */
export interface ImportArguments {
  readonly files: readonly string[]
  readonly feed: string
  readonly profile: string | null
  readonly sheet: string | null
  readonly headerRow: number | null
  readonly agency: string | null
  readonly mode: 'replace' | 'amend'
  readonly period: { readonly from: Month; readonly to: Month } | null
  readonly asAt: string | null
  readonly confirm: boolean
  readonly dryRun: boolean
  readonly json: boolean
  /** Why the figures change, to be shown beside those that do. */
  readonly reason: string | null
}

export const importUsage = `Usage: npm run --silent import -- --feed FEED [--profile NAME] [--sheet NAME] [--header-row N] [--agency NAME]
         [--mode replace|amend] [--from YYYY-MM --to YYYY-MM] [--as-at YYYY-MM-DD] [--reason TEXT]
         [--confirm] [--dry-run] [--json] FILE…

  --feed      crime, intelligence, nrm, attendance or returns
  --profile   how the table is laid out (default: found from its header): template, police-uk, mps-borough,
              nrm-longitudinal, nrm-first-responder, nrm-reasonable-grounds, ons-force-area or leeds-events; or a
              profile saved on the page, by its name (the newest version) or as name@2 (that version)
  --sheet     the sheet of a workbook (default: the one that holds the table)
  --header-row the row of the header, from 1 (default: found)
  --agency    whose records they are, where the file does not say
  --mode      replace (default): the file is complete for its months; amend: only the rows sent change
  --from --to the months the file is complete for (default: deduced from its rows)
  --as-at     the day on which these figures were known (default: today)
  --reason    why the figures change, shown beside every figure that does
  --confirm   go ahead although much of what is held would be withdrawn, or many rows cannot be read
  --dry-run   show what would change and store nothing
  --json      print each receipt as one line of JSON

Exit code: 0 committed or identical, 1 refused and nothing stored, 2 usage, 3 needs confirmation.`

/** Reads the command's arguments; a text is what is wrong with them. */
export function readImportArguments(args: readonly string[]): ImportArguments | string {
  let parsed
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        feed: { type: 'string' },
        profile: { type: 'string' },
        sheet: { type: 'string' },
        'header-row': { type: 'string' },
        agency: { type: 'string' },
        mode: { type: 'string', default: 'replace' },
        from: { type: 'string' },
        to: { type: 'string' },
        'as-at': { type: 'string' },
        confirm: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        reason: { type: 'string' },
      },
    })
  } catch (error) {
    // Node's own advice on arguments that begin with a dash does not help here.
    return (error instanceof Error ? error.message : String(error)).replace(/\. To specify .*$/s, '.')
  }
  const { values, positionals } = parsed
  if (values.feed === undefined) return 'State the feed with --feed.'
  if (positionals.length === 0) return 'State at least one file.'
  const { mode } = values
  if (mode !== 'replace' && mode !== 'amend') return `--mode is replace or amend, not ‘${mode}’.`
  const period = readPeriod(values.from, values.to)
  if (typeof period === 'string') return period
  const asAt = values['as-at'] ?? null
  if (asAt !== null && !isDate(asAt)) return `--as-at is a day written YYYY-MM-DD, not ‘${asAt}’.`
  const headerRow = values['header-row'] === undefined ? null : Number(values['header-row'])
  if (headerRow !== null && (!Number.isInteger(headerRow) || headerRow < 1 || headerRow > 1_000))
    return `--header-row is the number of a row from 1 to 1000, not ‘${values['header-row']}’.`
  return {
    files: positionals,
    feed: values.feed,
    profile: values.profile ?? null,
    sheet: values.sheet ?? null,
    headerRow,
    agency: values.agency ?? null,
    mode,
    period,
    asAt,
    confirm: values.confirm,
    dryRun: values['dry-run'],
    json: values.json,
    reason: values.reason ?? null,
  }
}

function readPeriod(from: string | undefined, to: string | undefined): ImportArguments['period'] | string {
  if (from === undefined && to === undefined) return null
  if (from === undefined || to === undefined) return '--from and --to go together: state both.'
  for (const text of [from, to])
    if (!isMonth(text)) return `--from and --to are months written YYYY-MM, not ‘${text}’.`
  if (!isMonth(from) || !isMonth(to)) return '--from and --to are months.'
  return from > to ? `--from ${from} is after --to ${to}.` : { from, to }
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
