export type PostOutcome<T> =
  | { readonly ok: true; readonly body: T }
  | { readonly ok: false; readonly message: string }

/** Sends a form to one of the sign-in routes, which set cookies; a refusal is the server's own sentence. */
export async function post<T>(url: string, body: unknown): Promise<PostOutcome<T>> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer = (await response.json()) as T & { message?: string }
    if (response.ok) return { ok: true, body: answer }
    return { ok: false, message: answer.message ?? 'The server could not answer. Try again.' }
  } catch {
    return { ok: false, message: 'The server did not answer. Check that it is running.' }
  }
}
