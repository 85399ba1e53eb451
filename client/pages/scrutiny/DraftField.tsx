import '../../styles/field.css'
import '../../styles/drafts.css'
import { useId } from 'react'
import type { VersionedText } from '../../../shared/scrutiny/question.ts'
import type { SaveAnswer } from '../../drafts/draftKeeper.ts'
import { ConflictPanel } from '../../drafts/ConflictPanel.tsx'
import { DraftStatus } from '../../drafts/DraftStatus.tsx'
import { useDraft } from '../../drafts/useDraft.ts'

interface Props {
  readonly label: string
  readonly hint?: string
  /** Names the text for the copy in this browser tab. */
  readonly name: string
  readonly kept: VersionedText
  readonly save: (value: string, version: number) => Promise<SaveAnswer<string>>
  /** Hears of every saving that was acknowledged. */
  readonly onSaved?: () => void
  readonly kind?: 'line' | 'date' | 'text'
  readonly rows?: number
  readonly most: number
  /** Id of a list of what is often written here. */
  readonly list?: string
}

/** One text that saves itself; where somebody else wrote meanwhile, both texts are shown and the writer chooses. */
export function DraftField(props: Props) {
  const { label, hint, name, kept, save, onSaved, kind = 'line', rows = 3, most, list } = props
  const id = useId()
  const draft = useDraft<string>({
    name,
    kept,
    save: async (value, version) => {
      const answer = await save(value, version)
      if (answer.saved) onSaved?.()
      return answer
    },
    join: (theirs, mine) =>
      kind === 'text' ? `${theirs}\n\n${mine}` : kind === 'date' ? mine : `${theirs} / ${mine}`,
  })
  const field = {
    id,
    value: draft.value,
    maxLength: most,
    'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
    onBlur: () => void draft.flush(),
  }
  return (
    <div className="field draftfield">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && <span id={`${id}-hint`}>{hint}</span>}
      <ConflictPanel
        draft={draft}
        what={`“${label}”`}
        show={(text) => <p className="typed">{text === '' ? 'Nothing is written.' : text}</p>}
      />
      {kind === 'text' ? (
        <textarea {...field} rows={rows} onChange={(event) => draft.write(event.target.value)} />
      ) : (
        <input
          {...field}
          type={kind === 'date' ? 'date' : 'text'}
          list={list}
          onChange={(event) => draft.write(event.target.value)}
        />
      )}
      <DraftStatus draft={draft} />
    </div>
  )
}
