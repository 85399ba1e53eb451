import { IntakeRefusal } from '../intakeRefusal.ts'
import type { Profile } from './profile.ts'
import { profileSchema } from './profileSchema.ts'

/** A profile from the text of an exported file. Refuses, naming the part, what is none. */
export function readProfileText(text: string): Profile {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new IntakeRefusal('This file is no JSON, so it is no exported profile.')
  }
  const parsed = profileSchema.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const part = issue?.path.join('.') ?? ''
    throw new IntakeRefusal(
      `This is no profile that can be read: ${part === '' ? '' : `its part ‘${part}’ is wrong, `}${issue?.message ?? 'not valid'}.`,
    )
  }
  const { version: _, ...profile } = parsed.data
  return profile
}
