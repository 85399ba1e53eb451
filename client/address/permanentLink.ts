/**
 * The address that shows these very figures even after they were corrected: it names the newest submission they
 * include. An address that already names a submission or a day is permanent as it is.
 */
export function permanentLink(address: string, position: number): string {
  const url = new URL(address)
  if (url.searchParams.has('asAt')) return address
  const joint = url.search === '' ? '?' : '&'
  return `${url.origin}${url.pathname}${url.search}${joint}asAt=${position}`
}
