import type { DateForm } from '../profiles/profile.ts'

const monthFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?=$|\s)/
const compact = /^(\d{4})(\d{2})(\d{2})$/
const days = /^(\d{4,6})(?:\.\d+)?$/

/** The text with its day in the form that is read everywhere, 2024-05-14; any other text as it is. */
export function dayIn(form: DateForm, text: string): string {
  switch (form) {
    case 'monthFirst':
      return text.replace(monthFirst, (_, month: string, day: string, year: string) => iso(year, month, day))
    case 'compact':
      return text.replace(compact, '$1-$2-$3')
    case 'excelDays': {
      const counted = days.exec(text)?.[1]
      if (counted === undefined) return text
      // Day 60 is a 29 February 1900 that never was; no record is so old.
      return new Date(Date.UTC(1899, 11, 30) + Number(counted) * 86_400_000).toISOString().slice(0, 10)
    }
  }
}

function iso(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
