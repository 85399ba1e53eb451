import { plainWords, type RichText } from '../../../shared/report/richText.ts'
import type { PackText } from '../../../shared/packs/pack.ts'
import { ConflictPanel } from '../../drafts/ConflictPanel.tsx'
import { DraftStatus } from '../../drafts/DraftStatus.tsx'
import { useDraft } from '../../drafts/useDraft.ts'
import { RichTextEditor } from '../../editor/RichTextEditor.tsx'
import { RichTextView } from '../../report/RichTextView.tsx'
import { server } from '../../trpc.ts'

interface Props {
  readonly pack: number
  readonly place: string
  readonly label: string
  readonly kept: PackText
}

/** A text of a pack, saved as it is written; two people's texts are shown side by side before one replaces the other. */
export function PackTextEditor({ pack, place, label, kept }: Props) {
  const draft = useDraft<RichText>({
    name: `pack ${pack} ${place}`,
    kept,
    save: (value, version) => server.packs.save.mutate({ pack, place, value: writable(value), version }),
    join: (theirs, mine) => [...theirs, ...mine],
  })
  return (
    <div className="packtext">
      <ConflictPanel
        draft={draft}
        what="this text"
        show={(text) =>
          plainWords(text).trim() === '' ? (
            <p className="mut">Nothing is written.</p>
          ) : (
            <div className="prose">
              <RichTextView text={text} />
            </div>
          )
        }
      />
      <RichTextEditor label={label} value={draft.value} onChange={draft.write} />
      <DraftStatus draft={draft} />
    </div>
  )
}

/** A copy that may be sent: the wire's own type is not read-only. */
function writable(text: RichText) {
  return text.map(({ kind, runs }) => ({ kind, runs: runs.map((run) => ({ ...run })) }))
}
