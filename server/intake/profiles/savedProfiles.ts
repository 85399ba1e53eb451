import type { Workspace } from '../../../db/workspace/openWorkspace.ts'
import { IntakeRefusal } from '../intakeRefusal.ts'
import type { Profile } from './profile.ts'
import { profileSchema } from './profileSchema.ts'
import { profileNames } from './profiles.ts'

/** One saved version, for lists. */
export interface SavedVersion {
  readonly name: string
  readonly version: number
  readonly savedAt: string
  readonly savedBy: string
  readonly profile: Profile
}

/** Every saved version of every profile, by name and then the newest first. */
export async function savedVersions(workspace: Workspace): Promise<SavedVersion[]> {
  const rows = await workspace
    .selectFrom('mapping_profile')
    .selectAll()
    .orderBy('name')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ name, version, saved_at, saved_by, definition }) => ({
    name,
    version: Number(version),
    savedAt: saved_at,
    savedBy: saved_by,
    profile: { ...profileSchema.parse(JSON.parse(definition)), version: Number(version) },
  }))
}

/** The newest version of each saved profile. */
export async function savedProfiles(workspace: Workspace): Promise<Profile[]> {
  const versions = await savedVersions(workspace)
  return versions
    .filter(({ name, version }) => !versions.some((other) => other.name === name && other.version > version))
    .map(({ profile }) => profile)
}

/**
 * The profiles that a text may mean beside the shipped ones: the newest of each, and the very version that `name@2` asks
 * for. Refuses a version that was never saved.
 */
export async function savedFor(workspace: Workspace, stated: string | null): Promise<Profile[]> {
  const [, name, number] = /^(.+)@(\d{1,6})$/.exec(stated ?? '') ?? []
  if (name === undefined) return savedProfiles(workspace)
  const versions = await savedVersions(workspace)
  const found = versions.find((saved) => saved.name === name && saved.version === Number(number))
  if (found === undefined) {
    const known = versions.filter((saved) => saved.name === name).map(({ version }) => version)
    throw new IntakeRefusal(
      known.length === 0
        ? `There is no saved profile ‘${name}’.`
        : `The profile ${name} has no version ${number}: it has ${known.toReversed().join(', ')}.`,
    )
  }
  return [found.profile]
}

interface Saving {
  readonly profile: Profile
  readonly by: string
  readonly now: Date
}

/**
 * Saves a profile as the next version of its name; earlier ones stay as they are. The same definition again makes no new
 * version. Refuses a shipped profile's name, and a name that reads another feed.
 */
export async function saveProfile(workspace: Workspace, { profile, by, now }: Saving): Promise<Profile> {
  const { version: _, ...definition } = profile
  const { name, feed } = definition
  if (definition.label === '') throw new IntakeRefusal('Give the profile a name to save it under.')
  if (profileNames().includes(name))
    throw new IntakeRefusal(`‘${name}’ is a profile that comes with the dashboard. Choose another name.`)
  return workspace.transaction().execute(async (transaction) => {
    const last = await transaction
      .selectFrom('mapping_profile')
      .selectAll()
      .where('name', '=', name)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (last !== undefined && last.feed !== feed)
      throw new IntakeRefusal(`‘${name}’ already is a profile of the feed ${last.feed}. Choose another name.`)
    const text = JSON.stringify(definition)
    if (last?.definition === text) return { ...definition, version: Number(last.version) }
    const version = Number(last?.version ?? 0) + 1
    await transaction
      .insertInto('mapping_profile')
      .values({ name, version, feed, definition: text, saved_at: now.toISOString(), saved_by: by })
      .execute()
    return { ...definition, version }
  })
}
