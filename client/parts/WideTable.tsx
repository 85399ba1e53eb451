import type { ReactNode } from 'react'

/** A table that may be wider than the window: it scrolls by itself, by keyboard too. */
export function WideTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="scroll" role="region" aria-label={label} tabIndex={0}>
      <table className="plain">{children}</table>
    </div>
  )
}
