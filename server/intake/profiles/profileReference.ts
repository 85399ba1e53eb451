import type { Profile } from './profile.ts'

/** How a profile is named where it was used: a saved one with its version, "leeds-marac@3". */
export function profileReference({ name, version }: Pick<Profile, 'name' | 'version'>): string {
  return version === undefined ? name : `${name}@${version}`
}
