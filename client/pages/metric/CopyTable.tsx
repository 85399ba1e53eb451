import '../../styles/tableTab.css'
import { useState, type RefObject } from 'react'

/** Puts the table on the clipboard as it stands, ready to be pasted into a spreadsheet or a report. */
export function CopyTable({ table }: { table: RefObject<HTMLTableElement | null> }) {
  const [said, setSaid] = useState('')
  const copy = async () => {
    if (table.current === null) return
    try {
      await navigator.clipboard.writeText(tableText(table.current))
      setSaid('The table has been copied.')
    } catch {
      setSaid('The table could not be copied. Export, CSV holds the same figures.')
    }
  }
  return (
    <p className="row noprint copyt">
      <button type="button" className="btn" onClick={() => void copy()}>
        Copy table
      </button>
      <span role="status" className="kick">
        {said}
      </span>
    </p>
  )
}

/** Cells between tabs, rows between line ends, without what is said to screen readers only. */
function tableText(table: HTMLTableElement): string {
  return [...table.rows]
    .map((row) =>
      [...row.cells]
        .map((cell) => {
          const copy = cell.cloneNode(true)
          if (!(copy instanceof HTMLElement)) return ''
          for (const hidden of copy.querySelectorAll('.sr')) hidden.remove()
          const text = (copy.textContent ?? '').replace(/\s+/g, ' ').trim()
          // A spreadsheet would run these as formulas; a true minus is no formula.
          return /^[=+@-]/.test(text) && !/^[+-]?[\d.,]+%?( pts)?$/.test(text) ? `'${text}` : text
        })
        .join('\t'),
    )
    .join('\n')
}
