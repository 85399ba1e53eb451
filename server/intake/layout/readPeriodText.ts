const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

const compactMonth = /^(\d{4})(0[1-9]|1[0-2])$/
const isoMonth = /^(\d{4})-(0[1-9]|1[0-2])$/
const namedMonth = /^([a-z]{3,9})\.?[\s\-/]*'?(\d{4}|\d{2})$/i
const dayOfMonth = /^0?1[\s\-/]([a-z]{3,9})[\s\-/](\d{4}|\d{2})$/i
const calendarQuarter = /^(\d{4})[\s\-/]*Q([1-4])$/i
const quarterFirst = /^Q([1-4])[\s\-/]*(\d{4})$/i
const financialYear = /^(?:FY\s*)?(\d{4})[/\-–](\d{2}|\d{4})[\s,-]*Q([1-4])$/i
const quarterOfFinancialYear = /^Q([1-4])[\s,-]*(?:FY\s*)?(\d{4})[/\-–](\d{2}|\d{4})$/i
const quarterMonths = /^([a-z]{3,9})\.?\s*(?:-|–|to)\s*([a-z]{3,9})\.?\s+(\d{4})$/i

/**
 * The month ('2025-02') or calendar quarter ('2025-Q1') that a label names, as publishers and Excel write them: 202502,
 * Feb-25, February 2025, 2025 Q1, 2024/25 Q4 (always financial: January to March 2025), Jan–Mar 2025. A bare "2025 Q1" is
 * of the kind of year stated. Null where it names none.
 */
export function readPeriodText(text: string, quarters: 'calendar' | 'financial'): string | null {
  let match = compactMonth.exec(text) ?? isoMonth.exec(text)
  if (match) return `${match[1]}-${match[2]}`
  match = namedMonth.exec(text) ?? dayOfMonth.exec(text)
  if (match) return monthText(match[1] ?? '', match[2] ?? '')
  match = financialYear.exec(text)
  if (match) return financial(Number(match[1]), { end: match[2] ?? '', quarter: Number(match[3]) })
  match = quarterOfFinancialYear.exec(text)
  if (match) return financial(Number(match[2]), { end: match[3] ?? '', quarter: Number(match[1]) })
  match = calendarQuarter.exec(text)
  if (match) return quarterText(Number(match[1]), Number(match[2]), quarters)
  match = quarterFirst.exec(text)
  if (match) return quarterText(Number(match[2]), Number(match[1]), quarters)
  match = quarterMonths.exec(text)
  return match ? spanText(match[1] ?? '', match[2] ?? '', match[3] ?? '') : null
}

/** The month that a name or its beginning means, from 1; 0 for none. */
export function monthNumber(name: string): number {
  const found = monthNames.indexOf(name.slice(0, 3).toLowerCase())
  const full = [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ][found]
  return full?.startsWith(name.toLowerCase()) === true || name.toLowerCase() === 'sept' ? found + 1 : 0
}

function monthText(name: string, year: string): string | null {
  const month = monthNumber(name)
  if (month === 0) return null
  return `${year.length === 2 ? `20${year}` : year}-${String(month).padStart(2, '0')}`
}

/** A financial year runs from April: its fourth quarter is January to March of the next calendar year. */
function financial(year: number, { end, quarter }: { end: string; quarter: number }): string | null {
  if (Number(end.slice(-2)) !== (year + 1) % 100) return null
  return quarterText(year, quarter, 'financial')
}

function quarterText(year: number, quarter: number, kind: 'calendar' | 'financial'): string {
  if (kind === 'calendar') return `${year}-Q${quarter}`
  return quarter === 4 ? `${year + 1}-Q1` : `${year}-Q${quarter + 1}`
}

function spanText(from: string, to: string, year: string): string | null {
  const [first, last] = [monthNumber(from), monthNumber(to)]
  return first > 0 && last === first + 2 && first % 3 === 1 ? `${year}-Q${(first + 2) / 3}` : null
}
