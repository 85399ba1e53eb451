import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { formatDate } from '../../../shared/figures/formatDate.ts'
import { kindWords } from '../../../shared/scrutiny/kindWords.ts'
import type { Suggestion } from '../../../shared/scrutiny/suggestion.ts'
import { Sparkline } from '../../charts/sparkline/Sparkline.tsx'
import { sparkSpan } from '../../figures/sparkWords.ts'
import { VariationMark } from '../../parts/VariationMark.tsx'
import { MakeQuestion } from './MakeQuestion.tsx'

interface Props {
  readonly suggestion: Suggestion
  readonly rank: number
  readonly onDismiss: () => void
  readonly onRestore: () => void
}

/** One suggested question with all that it rests on; a person uses it, changes it or sets it aside. */
export function SuggestionCard({ suggestion, rank, onDismiss, onRestore }: Props) {
  const id = useId()
  const { question, finding, chance, certainty, alsoSeen, why, askedOf, kinds, variation, dismissed } =
    suggestion
  return (
    <article className="sg" aria-labelledby={id}>
      <Evidence suggestion={suggestion} />
      <div className="sgm">
        <h2 className="ft" id={id}>
          <span className="sr">{rank}. </span>
          {question}
        </h2>
        <p className="sgto">
          <b>To</b> {askedOf.name}
        </p>
        <p className="fs">
          {finding}. {chance} {alsoSeen}
        </p>
        <p className="fs">{why}</p>
        <p className="fm">
          {variation.kind !== 'unjudged' && <VariationMark variation={variation} size={18} />}
          <span>{kindsWords(kinds)}</span>
          <span>
            <b>{certainty}</b>
          </span>
          {suggestion.isNew && <span>New</span>}
        </p>
        {dismissed !== null && (
          <p className="sgoff">
            Set aside by {dismissed.by} on {formatDate(dismissed.at)}: {dismissed.reason}
          </p>
        )}
        <div className="row noprint">
          {dismissed === null ? (
            <>
              <MakeQuestion suggestion={suggestion} />
              <button type="button" className="btn txt" onClick={onDismiss}>
                Dismiss<span className="sr">: {question}</span>
              </button>
            </>
          ) : (
            <button type="button" className="btn" onClick={onRestore}>
              Take it up again<span className="sr">: {question}</span>
            </button>
          )}
        </div>
      </div>
      <Beside suggestion={suggestion} />
    </article>
  )
}

function kindsWords(kinds: Suggestion['kinds']): string {
  const [first, ...rest] = kinds.map((kind) => kindWords[kind])
  return [first, ...rest.map((words) => words.toLowerCase())].join(', ')
}

function Evidence({
  suggestion: { spark, sparkCaption, place, metric, finding },
}: {
  suggestion: Suggestion
}) {
  return (
    <figure className="sge">
      {spark && (
        <Sparkline spark={spark} label={`${sparkCaption}, ${place.name}, ${sparkSpan(spark)}. ${finding}.`} />
      )}
      {metric !== '' && (
        <figcaption>
          <Link to="/metrics/$metric" params={{ metric }} search={place.isWhole ? {} : { area: place.code }}>
            {sparkCaption}
          </Link>
          , {place.name}
          {spark ? `, ${sparkSpan(spark)}` : ''}
        </figcaption>
      )}
    </figure>
  )
}

/** What the companions did, and what the answerer will say first. */
function Beside({ suggestion: { companions, caveats } }: { suggestion: Suggestion }) {
  // On a phone it would part one question from the next by a screen.
  const [isOpen] = useState(() => window.matchMedia('(min-width: 701px)').matches)
  if (companions.length + caveats.length === 0) return null
  return (
    <details className="sgb" open={isOpen}>
      <summary>Companion measures and caveats</summary>
      {companions.length > 0 && (
        <>
          <h3>Companion measures</h3>
          <ul>
            {companions.map(({ metric, name, words }) => (
              <li key={metric}>
                <b>{name}</b>: {words}.
              </li>
            ))}
          </ul>
        </>
      )}
      {caveats.length > 0 && (
        <>
          <h3>What the answer may point to</h3>
          <ul>
            {caveats.map((caveat) => (
              <li key={caveat}>{caveat}</li>
            ))}
          </ul>
        </>
      )}
    </details>
  )
}
