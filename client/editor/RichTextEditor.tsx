import '../styles/editor.css'
import { EditorState, type Command } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { RichText } from '../../shared/report/richText.ts'
import { EditorTools } from './EditorTools.tsx'
import { editorPlugins } from './editorPlugins.ts'
import { documentOf, richSchema, richTextFrom } from './richSchema.ts'

interface Props {
  readonly label: string
  readonly value: RichText
  readonly onChange: (value: RichText) => void
}

/** A text with emphasis, lists and links. What comes from elsewhere replaces what is shown; what is typed is told. */
export function RichTextEditor({ label, value, onChange }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  /** What was last told or shown, so that one's own words coming back do not move the cursor. */
  const known = useRef(JSON.stringify(value))
  const [state, setState] = useState(() => stateOf(value))
  const tell = useEffectEvent((next: EditorState) => {
    const text = richTextFrom(next.doc)
    const words = JSON.stringify(text)
    if (words === known.current) return
    known.current = words
    onChange(text)
  })
  const first = useRef(state)
  useEffect(() => {
    const editor = new EditorView(place.current, {
      state: first.current,
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, class: 'prose' },
      dispatchTransaction(transaction) {
        const next = editor.state.apply(transaction)
        editor.updateState(next)
        setState(next)
        if (transaction.docChanged) tell(next)
      },
    })
    view.current = editor
    return () => {
      first.current = editor.state
      editor.destroy()
      view.current = null
    }
  }, [label])
  useEffect(() => {
    const words = JSON.stringify(value)
    if (words === known.current) return
    known.current = words
    const next = stateOf(value)
    view.current?.updateState(next)
    setState(next)
  }, [value])
  const run = (command: Command) => {
    const editor = view.current
    if (editor === null) return
    command(editor.state, editor.dispatch, editor)
    editor.focus()
  }
  return (
    <div className="editor">
      <EditorTools state={state} run={run} label={label} />
      <div ref={place} className="edbox" />
    </div>
  )
}

function stateOf(text: RichText): EditorState {
  return EditorState.create({ schema: richSchema, doc: documentOf(text), plugins: editorPlugins() })
}
