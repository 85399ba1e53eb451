import { post } from './post.ts'

/** Ends the session here and on the server, and forgets everything that was shown. */
export async function signOut(): Promise<void> {
  await post('/api/sign-out', {})
  window.location.assign('/sign-in')
}
