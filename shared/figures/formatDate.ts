const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A date or time written 'YYYY-MM-DD…' as '3 Mar 2026'; anything else stays as it came. */
export function formatDate(text: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text)
  if (match === null) return text
  const [, year, month, day] = match
  return `${Number(day)} ${names[Number(month) - 1] ?? month} ${year}`
}
