import '../../../styles/mapping.css'
import type { Dispatch } from 'react'
import type { Feed } from '../../../../shared/feeds/feed.ts'
import type { Profile, Sample } from '../intakeClient.ts'
import type { IntakeAction } from '../intakeState.ts'
import { CellRules } from './CellRules.tsx'
import { ColumnsTable } from './ColumnsTable.tsx'
import { ConstantsForm } from './ConstantsForm.tsx'
import { MadeColumns } from './MadeColumns.tsx'
import { ProfileFile } from './ProfileFile.tsx'
import { SaveForm } from './SaveForm.tsx'
import { SkipRules } from './SkipRules.tsx'
import { TableShape } from './TableShape.tsx'

interface Props {
  readonly profile: Profile
  readonly reference: string | null
  readonly sample: Sample
  readonly feeds: readonly Feed[]
  readonly dispatch: Dispatch<IntakeAction>
}

/** Corrects how a file is read, part by part; the first rows above follow at once. */
export function MappingEditor({ profile, reference, sample, feeds, dispatch }: Props) {
  const feed = feeds.find(({ id }) => id === profile.feed)
  if (feed === undefined) return null
  const change = (next: Profile) => dispatch({ profile: next, reference: null })
  const part = { profile, feed, sample, onChange: change }
  return (
    <section className="mapping" aria-label="Mapping">
      <ColumnsTable {...part} />
      <ConstantsForm {...part} />
      <SkipRules {...part} />
      <TableShape {...part} />
      <MadeColumns {...part} />
      <CellRules {...part} />
      <SaveForm key={profile.name} profile={profile} reference={reference} dispatch={dispatch} />
      <ProfileFile profile={profile} dispatch={dispatch} />
    </section>
  )
}
