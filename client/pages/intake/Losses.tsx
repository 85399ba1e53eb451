import type { ReactNode } from 'react'
import { spanLabel } from '../../../shared/periods/spanLabel.ts'
import { formatNumber } from '../../../shared/figures/formatValue.ts'
import { useSession } from '../../parts/useSession.ts'
import type { Receipt } from './intakeClient.ts'
import { placeName } from './placeName.ts'

const shown = 12

interface Props {
  readonly receipt: Receipt
  /** The confirmation. */
  readonly children: ReactNode
}

/** What would be withdrawn beyond a tenth of what is held, which only a person may decide. */
export function Losses({ receipt: { needsConfirmation }, children }: Props) {
  const session = useSession()
  return (
    <div className="notice" role="group" aria-label="Confirm what is withdrawn">
      <p className="h3">More than a tenth of what is held would be withdrawn</p>
      <ul className="words">
        {needsConfirmation.slice(0, shown).map(({ area, month, held, withdrawn }) => (
          <li key={`${area} ${month}`}>
            {placeName(area, session)}, {spanLabel(month, false)}: {formatNumber(withdrawn)} of{' '}
            {formatNumber(held)} rows
          </li>
        ))}
        {needsConfirmation.length > shown && (
          <li>and {formatNumber(needsConfirmation.length - shown)} more months of an area</li>
        )}
      </ul>
      <p>
        If the file is not complete for these months, state its first and last month above and check again.
      </p>
      {children}
    </div>
  )
}
