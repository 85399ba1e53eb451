import { variationDetail, variationWords } from '../../shared/figures/variationWords.ts'
import type { Variation } from '../../shared/series/scorecard.ts'

const up = 'M12 17.2V7.4M8.2 11L12 7.2L15.8 11'
const down = 'M12 6.8V16.6M8.2 13L12 16.8L15.8 13'

interface IconProps {
  readonly kind: Variation['kind']
  readonly direction?: 'high' | 'low'
  readonly size?: number
}

/** The frame carries the kind, the arrow the direction; colour only repeats it. Always stands beside words. */
export function VariationIcon({ kind, direction = 'high', size = 22 }: IconProps) {
  return (
    <svg className={`vi vi-${kind}`} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <Frame kind={kind} />
      {kind === 'common' && <path className="gl-o" d="M5.8 12.8c1.6-3.6 3.4-3.6 5-.6s3.4 3 7.4-1.4" />}
      {kind === 'unjudged' && <path className="gl-o" d="M8.4 12h7.2" />}
      {kind !== 'common' && kind !== 'unjudged' && (
        <path className="gl" d={direction === 'high' ? up : down} />
      )}
    </svg>
  )
}

function Frame({ kind }: { kind: Variation['kind'] }) {
  switch (kind) {
    case 'improvement':
      return <circle className="fr" cx="12" cy="12" r="10.5" />
    case 'concern':
      return <path className="fr" d="M12 .2L23.8 12L12 23.8L.2 12Z" />
    case 'neutral':
      return <rect className="fr" x="2" y="2" width="20" height="20" />
    case 'common':
      return <circle className="fr-o" cx="12" cy="12" r="10" />
    case 'unjudged':
      return <circle className="fr-n" cx="12" cy="12" r="10" />
  }
}

interface MarkProps {
  readonly variation: Variation
  readonly size?: number
  readonly detail?: boolean
}

/** Icon and words, with the reason below when asked for. */
export function VariationMark({ variation, size = 22, detail = false }: MarkProps) {
  const direction = 'direction' in variation ? variation.direction : undefined
  const reason = detail ? variationDetail(variation) : null
  return (
    <span className={`var k-${variation.kind}${size < 22 ? ' sm' : ''}`}>
      <VariationIcon kind={variation.kind} direction={direction} size={size} />
      <span>
        <b>{variationWords(variation)}</b>
        {reason !== null && <span className="small">{reason}</span>}
      </span>
    </span>
  )
}
