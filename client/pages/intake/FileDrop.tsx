import { useId, useRef, useState } from 'react'
import type { Session } from '../../trpc.ts'
import { formatBytes } from './formatBytes.ts'
import { limitWords } from './limitWords.ts'
import { sendFile, SendRefusal, type Sent } from './sendFile.ts'

interface Props {
  readonly onReceived: (upload: string) => void
  /** How large files may be; undefined while it is not known. */
  readonly limits: Session['fileLimits'] | undefined
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending'; readonly name: string; readonly sent: Sent; readonly cancel: AbortController }
  | { readonly kind: 'refused'; readonly name: string; readonly sentence: string }

/** Takes a file by dropping or choosing it, shows how much of it has been sent, and lets the sending be cancelled. */
export function FileDrop({ onReceived, limits }: Props) {
  const [state, setState] = useState<State>({ kind: 'idle' })
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()

  const send = async (file: File | undefined) => {
    if (file === undefined) return
    const cancel = new AbortController()
    const onProgress = (sent: Sent) => setState({ kind: 'sending', name: file.name, sent, cancel })
    onProgress({ bytes: 0, total: file.size })
    try {
      onReceived(await sendFile({ file, onProgress, signal: cancel.signal }))
    } catch (error) {
      if (cancel.signal.aborted) setState({ kind: 'idle' })
      else if (error instanceof SendRefusal)
        setState({ kind: 'refused', name: file.name, sentence: error.message })
      else throw error
    } finally {
      if (input.current) input.current.value = ''
    }
  }

  if (state.kind === 'sending') {
    const { name, sent, cancel } = state
    const all = sent.total > 0 && sent.bytes >= sent.total
    return (
      <div className="drop sending">
        <p className="h3" id={`${id}-sending`}>
          {all ? `Reading the beginning of ${name}` : `Sending ${name}`}
        </p>
        <progress
          aria-labelledby={`${id}-sending`}
          max={Math.max(sent.total, 1)}
          value={all ? undefined : sent.bytes}
        />
        <p className="kick" aria-live="polite">
          {formatBytes(sent.bytes)} of {formatBytes(sent.total)}
        </p>
        <button type="button" className="btn" onClick={() => cancel.abort()}>
          Cancel
        </button>
      </div>
    )
  }
  return (
    <>
      <div
        className={over ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void send(event.dataTransfer.files[0])
        }}
      >
        <p className="h3">Drop a file here</p>
        <p className="kick">CSV, or a workbook (.xlsx, .xls, .ods){limits && `, ${limitWords(limits)}`}</p>
        <label className="btn pri" htmlFor={id}>
          Choose a file
        </label>
        <input
          ref={input}
          id={id}
          className="sr"
          type="file"
          onChange={(event) => void send(event.target.files?.[0])}
        />
      </div>
      {state.kind === 'refused' && (
        <div className="notice" role="alert">
          <p className="h3">{state.name} was not taken</p>
          <p>{state.sentence}</p>
          <p className="mut">Nothing of it was kept.</p>
        </div>
      )}
    </>
  )
}
