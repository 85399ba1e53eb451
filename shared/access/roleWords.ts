import type { Role } from './viewer.ts'

/** Each role in the words that people choose it by. */
export const roleWords: Readonly<Record<Role, { readonly name: string; readonly may: string }>> = {
  viewer: { name: 'Viewer', may: 'Reads the figures, with small numbers protected.' },
  scrutiny: { name: 'Scrutiny', may: 'Reads the same figures and prepares questions on them.' },
  analyst: {
    name: 'Analyst',
    may: 'Loads partners’ files and sees live figures, small numbers included.',
  },
  administrator: {
    name: 'Administrator',
    may: 'Invites people, sets roles and retention, and reads the audit log.',
  },
}
