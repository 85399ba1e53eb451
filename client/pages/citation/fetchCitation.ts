import type { Citation } from '../../../shared/figures/citation.ts'

/** Throws with the server's own sentence where it may not be shown or is not there. */
export async function fetchCitation(id: string, signal: AbortSignal): Promise<Citation> {
  const response = await fetch(`/api/v1/citation/${encodeURIComponent(id)}`, { signal })
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) return body as Citation
  const said = typeof body === 'object' && body !== null && 'message' in body ? body.message : null
  throw new Error(typeof said === 'string' ? said : 'The server could not answer. Try again.')
}
