import type { FigureReference } from '../../shared/figures/figure.ts'
import type { Wanted } from './figureRequests.ts'

interface Props {
  readonly wanted: Wanted
  readonly say: (words: string) => void
}

/** Keeps the figure as it is under a short link, and copies the line that goes into a list of references. */
export function CiteFigure({ wanted, say }: Props) {
  const cite = async () => {
    const [figure] = wanted.figures
    try {
      const response = await fetch('/api/citations', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ figure, smallNumbers: wanted.smallNumbers }),
      })
      const body = (await response.json()) as FigureReference & { message?: string }
      if (!response.ok) {
        say(body.message ?? 'The server could not answer. Try again.')
        return
      }
      await navigator.clipboard.writeText(body.line).then(
        () => say(`The reference has been copied. Its link is ${body.link}`),
        () => say(`The reference could not be copied. It is: ${body.line}`),
      )
    } catch {
      say('The server did not answer. Check that it is running.')
    }
  }
  return (
    <button type="button" className="act" onClick={() => void cite()}>
      Cite
      <span>short link and reference line</span>
    </button>
  )
}
