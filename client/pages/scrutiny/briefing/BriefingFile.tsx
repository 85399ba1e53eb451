import { useRef, useState } from 'react'
import { takeMade } from '../../../export/takeFile.ts'

/** Has the briefing written as a Word document, with a way to stop. */
export function BriefingFile({ number }: { number: number }) {
  const [at, setAt] = useState<{ readonly done: number; readonly total: number } | null>(null)
  const [said, setSaid] = useState('')
  const running = useRef<AbortController | null>(null)
  const take = async () => {
    const controller = new AbortController()
    running.current = controller
    setAt({ done: 0, total: 1 })
    setSaid('')
    try {
      await takeMade(
        { address: `/api/briefings/${number}/exports`, request: {} },
        { signal: controller.signal, onProgress: setAt },
      )
      setSaid('The file has been downloaded.')
    } catch (error) {
      setSaid(
        controller.signal.aborted
          ? 'Cancelled. No file was made.'
          : `The file could not be made: ${error instanceof Error ? error.message : String(error)}`,
      )
    } finally {
      setAt(null)
    }
  }
  return (
    <>
      <span className="small" role="status">
        {said}
      </span>
      {at === null ? (
        <button type="button" className="btn" onClick={() => void take()}>
          Word
        </button>
      ) : (
        <>
          <label className="making">
            Making the file <progress value={at.done} max={at.total} />
          </label>
          <button type="button" className="btn" onClick={() => running.current?.abort()}>
            Cancel
          </button>
        </>
      )}
    </>
  )
}
