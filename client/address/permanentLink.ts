/**
 * The address that shows these very figures even after they were corrected: it names the edition they were read from, or
 * the newest submission they include. An address that already names one of these or a day is permanent as it is.
 */
export function permanentLink(
  address: string,
  { position, edition }: { readonly position: number; readonly edition: number | null },
): string {
  const url = new URL(address)
  const named = url.searchParams.get('edition')
  if (url.searchParams.has('asAt') || (named !== null && named !== 'live')) return address
  const joint = url.search === '' ? '?' : '&'
  const version = edition === null ? `asAt=${position}` : `edition=${edition}`
  return `${url.origin}${url.pathname}${url.search}${joint}${version}`
}
