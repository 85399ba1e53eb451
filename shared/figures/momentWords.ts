const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** A moment in local time: "21 Nov 2026, 14:05". */
export function momentWords(iso: string): string {
  return format.format(new Date(iso))
}
