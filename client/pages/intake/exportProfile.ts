import { download } from '../../export/download.ts'
import type { Profile } from './intakeClient.ts'

/** Gives the reader a profile as a JSON file, which any installation takes in. */
export function exportProfile({ version, ...profile }: Profile): void {
  const name = version === undefined ? profile.name : `${profile.name}-${version}`
  download(
    `${name}.profile.json`,
    new Blob([`${JSON.stringify(profile, null, 2)}\n`], { type: 'application/json' }),
  )
}
