import { useState, type ReactNode } from 'react'
import { Popover } from '../parts/Popover.tsx'
import { CiteFigure } from './CiteFigure.tsx'
import type { Wanted } from './figureRequests.ts'
import { OfficeExports } from './OfficeExports.tsx'

/** What an act of the panel is given. */
export interface ExportTools {
  readonly wanted: Wanted
  readonly say: (words: string) => void
  /** Does it, says what became of it, and shuts the panel when it is done. */
  readonly doing: (work: () => Promise<void>, done: string) => void
}

interface Props {
  readonly panelLabel: string
  readonly primary?: boolean
  /** What the server is to make, with small numbers or without. */
  readonly wantedWith: (smallNumbers: Wanted['smallNumbers']) => Wanted
  /** Whether the reader may choose small numbers. */
  readonly unprotected: boolean
  /** Always leads to these figures. */
  readonly link: string
  /** Pictures and data made on the page; null where they may not be taken out as they are shown. */
  readonly onPage: ((tools: ExportTools) => ReactNode) | null
  /** What is to be known of the figure before it is made. */
  readonly caution?: (wanted: Wanted) => ReactNode
  /** Anything else. */
  readonly more?: (tools: ExportTools) => ReactNode
}

/** Takes a figure out: made on the page, made by the server, by its link, or by a reference. */
export function ExportPopover(props: Props) {
  const { panelLabel, primary = false, wantedWith, unprotected, link, onPage, caution, more } = props
  const [said, setSaid] = useState('')
  const [small, setSmall] = useState<Wanted['smallNumbers']>('hidden')
  const wanted = wantedWith(small)
  const doing = async (work: () => Promise<void>, done: string, close: () => void) => {
    try {
      setSaid('Preparing the figure.')
      await work()
      setSaid(done)
      close()
    } catch (error) {
      setSaid(
        `This could not be done: ${error instanceof Error ? error.message : String(error)}. The table holds the figures.`,
      )
    }
  }
  const copyLink = async (close: () => void) => {
    try {
      await navigator.clipboard.writeText(link)
      setSaid('The link has been copied.')
      close()
    } catch {
      setSaid(`The link could not be copied. It is ${link}`)
    }
  }
  return (
    <>
      <Popover
        className={primary ? 'btn pri caret' : 'btn caret'}
        label="Export"
        panelLabel={panelLabel}
        align="end"
      >
        {(close) => {
          const tools: ExportTools = {
            wanted,
            say: setSaid,
            doing: (work, done) => void doing(work, done, close),
          }
          return (
            <>
              {onPage && (
                <>
                  {onPage(tools)}
                  <hr />
                </>
              )}
              {unprotected && (
                <label className="choicebox">
                  <input
                    type="checkbox"
                    checked={small === 'shown'}
                    onChange={(event) => setSmall(event.target.checked ? 'shown' : 'hidden')}
                  />{' '}
                  With small numbers, not for publication
                </label>
              )}
              {caution?.(wanted)}
              <OfficeExports wanted={wanted} say={setSaid} onTaken={close} />
              <hr />
              <button type="button" className="act" onClick={() => void copyLink(close)}>
                Copy link
                <span>always to these figures</span>
              </button>
              <CiteFigure wanted={wanted} say={setSaid} />
              {more?.(tools)}
              <p className="small">
                Every export carries the title, measure, source, state and the note on provisional months.
              </p>
              {said !== '' && <p className="small">{said}</p>}
            </>
          )
        }}
      </Popover>
      <span className="sr" role="status">
        {said}
      </span>
    </>
  )
}
