import { toggleMark } from 'prosemirror-commands'
import { liftListItem, wrapInList } from 'prosemirror-schema-list'
import type { Command, EditorState } from 'prosemirror-state'
import { useId, useState } from 'react'
import { isSafeLink, richSchema } from './richSchema.ts'

const { nodes, marks } = richSchema

interface Props {
  readonly state: EditorState
  readonly run: (command: Command) => void
  /** Whose tools these are, for those who come to them by keyboard. */
  readonly label: string
}

/** Bold, italic, lists and links. */
export function EditorTools({ state, run, label }: Props) {
  const [linking, setLinking] = useState(false)
  const list = listAround(state)
  const toggleList = (name: 'bullet_list' | 'ordered_list') =>
    run(list === name ? liftListItem(nodes.list_item) : wrapInList(nodes[name]))
  const tools = [
    { name: 'Bold', on: holds(state, 'bold'), act: () => run(toggleMark(marks.bold)) },
    { name: 'Italic', on: holds(state, 'italic'), act: () => run(toggleMark(marks.italic)) },
    { name: 'Bullets', on: list === 'bullet_list', act: () => toggleList('bullet_list') },
    { name: 'Numbers', on: list === 'ordered_list', act: () => toggleList('ordered_list') },
    {
      name: 'Link',
      on: holds(state, 'link'),
      act: () => (holds(state, 'link') ? run(toggleMark(marks.link)) : setLinking(!linking)),
    },
  ]
  return (
    <div className="edtools" role="group" aria-label={`Emphasis and lists: ${label}`}>
      {tools.map(({ name, on, act }) => (
        <button
          key={name}
          type="button"
          aria-pressed={on}
          className={on ? 'on' : undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={act}
        >
          {name}
        </button>
      ))}
      {linking && (
        <LinkForm
          empty={state.selection.empty}
          onDone={(href) => {
            setLinking(false)
            if (href !== null) run(toggleMark(marks.link, { href }))
          }}
        />
      )}
    </div>
  )
}

function LinkForm({ empty, onDone }: { empty: boolean; onDone: (href: string | null) => void }) {
  const id = useId()
  const [href, setHref] = useState('https://')
  if (empty) return <p className="kick">Select the words first that are to be a link.</p>
  return (
    <span className="linkform">
      <label htmlFor={id}>Address</label>
      <input
        id={id}
        type="url"
        value={href}
        onChange={(event) => setHref(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone(null)
          if (event.key === 'Enter' && isSafeLink(href)) onDone(href)
        }}
      />
      <button type="button" disabled={!isSafeLink(href)} onClick={() => onDone(href)}>
        Set the link
      </button>
    </span>
  )
}

function holds({ selection, doc, storedMarks }: EditorState, name: 'bold' | 'italic' | 'link'): boolean {
  const { from, $from, to, empty } = selection
  const type = marks[name]
  return empty ? type.isInSet(storedMarks ?? $from.marks()) !== undefined : doc.rangeHasMark(from, to, type)
}

function listAround({ selection: { $from } }: EditorState): string | null {
  return $from.depth >= 2 ? $from.node($from.depth - 2).type.name : null
}
