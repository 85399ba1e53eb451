/** The calendar day of a moment, 'YYYY-MM-DD', where the figures are known. */
export function localDate(now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' }).format(now)
}
