/** The calendar day after a local date 'YYYY-MM-DD': dayAfter('2024-02-28') is '2024-02-29'. */
export function dayAfter(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  // Reckoned in UTC only to turn months and leap years; no clock time is involved.
  return new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10)
}
