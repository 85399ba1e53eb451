import { server } from '../../trpc.ts'

/** Publishes a pack as it stands now. Throws with the server's own sentence where it does not. */
export async function publishPack(pack: number): Promise<void> {
  const revision = await server.packs.revision.query({ pack })
  const response = await fetch(`/api/packs/${pack}/publish`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ revision }),
  })
  if (response.ok) return
  const body = (await response.json().catch(() => null)) as { message?: unknown } | null
  throw new Error(
    typeof body?.message === 'string' ? body.message : 'The server could not answer. Nothing was published.',
  )
}
