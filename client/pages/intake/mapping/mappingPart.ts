import type { Feed } from '../../../../shared/feeds/feed.ts'
import type { Profile, Sample } from '../intakeClient.ts'

/** What every part of the mapping editor is given. */
export interface MappingPart {
  readonly profile: Profile
  readonly feed: Feed
  readonly sample: Sample
  readonly onChange: (profile: Profile) => void
}
