/** Whether a host name or network address is this machine's own, reachable from nowhere else. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, '$1')
  return name === 'localhost' || name === '::1' || /^(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(name)
}

/** The name in a Host header, without its port; null when it is not one. */
export function hostName(header: string | undefined): string | null {
  const parts = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::\d{1,5})?$/i.exec(header ?? '')
  return parts?.[1]?.toLowerCase() ?? null
}
