import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Finding, Scorecard, ScorecardRow } from '../../../shared/series/scorecard.ts'
import { LeadChart } from '../../charts/leadChart/LeadChart.tsx'
import { Sparkline } from '../../charts/sparkline/Sparkline.tsx'
import { scorecardState } from '../../../shared/figures/scorecardState.ts'
import { variationWords } from '../../../shared/figures/variationWords.ts'
import { sparkGrain, sparkSpan } from '../../figures/sparkWords.ts'
import { CopyLink } from '../../parts/CopyLink.tsx'
import { VariationMark } from '../../parts/VariationMark.tsx'
import { overviewHeadline, overviewStandfirst } from './overviewSentence.ts'

interface Props {
  /** Undefined while it is loading: rules stay, values are blank. */
  readonly scorecard: Scorecard | undefined
  readonly rows: readonly ScorecardRow[]
}

const shownAtFirst = 5

/** The ranked findings: the first with its chart, the others with a sparkline. */
export function WhatChanged({ scorecard, rows }: Props) {
  const [all, setAll] = useState(false)
  const names = new Map(rows.map((row) => [row.metric, row]))
  const findings = scorecard?.findings.filter((finding) => names.has(finding.metric)) ?? []
  const [lead, ...rest] = all ? findings : findings.slice(0, shownAtFirst)
  const leadRow = lead && names.get(lead.metric)
  return (
    <section className="changed" aria-labelledby="what-changed">
      <div className="chead">
        <div>
          <h1 className="h1" id="what-changed">
            {scorecard ? overviewHeadline(rows, scorecard.period) : 'What changed'}
          </h1>
          <p className="dek">{scorecard ? overviewStandfirst(rows) : '\u00a0'}</p>
        </div>
        <div className="row">
          <CopyLink />
        </div>
      </div>
      {scorecard && findings.length === 0 ? (
        <p className="more">No measure moved by more than its usual variation in these months.</p>
      ) : (
        <div className={scorecard ? 'find' : 'find waiting'}>
          <article className="lead1">
            {scorecard && lead && leadRow && (
              <LeadFinding finding={lead} row={leadRow} state={scorecardState(scorecard)} />
            )}
          </article>
          <div className="rest">
            {rest.map((finding, index) => (
              <RankedFinding
                key={`${finding.metric}-${finding.area}`}
                finding={finding}
                rank={index + 2}
                name={names.get(finding.metric)?.name ?? finding.metric}
              />
            ))}
            {findings.length > shownAtFirst && (
              <p className="more noprint">
                <button type="button" className="link" onClick={() => setAll(!all)}>
                  {all ? 'Show the first five findings' : `Show all ${findings.length} findings`}
                </button>
              </p>
            )}
          </div>
        </div>
      )}
    </section>
  )
}

interface LeadProps {
  readonly finding: Finding
  readonly row: ScorecardRow
  readonly state: string
}

function LeadFinding({ finding, row, state }: LeadProps) {
  return (
    <>
      <div className="fhead">
        <span className="fn">1</span>
        <h2 className="ft">{finding.headline}</h2>
      </div>
      <div className="fbody">
        <p className="fs">{finding.detail}</p>
        <FindingLinks finding={finding} />
        <LeadChart
          spark={finding.spark}
          measured={{ unit: row.unit }}
          kind={finding.variation.kind}
          label={sparkLabel(row.name, finding)}
          what={`${row.name}, per ${sparkGrain(finding.spark)}`}
          state={state}
        />
      </div>
    </>
  )
}

function RankedFinding({ finding, rank, name }: { finding: Finding; rank: number; name: string }) {
  return (
    <article className="fi">
      <span className="fn">{rank}</span>
      <div>
        <h2 className="ft">{finding.headline}</h2>
        <p className="fs">{finding.detail}</p>
        <FindingLinks finding={finding} />
      </div>
      <Sparkline spark={finding.spark} label={sparkLabel(name, finding)} />
    </article>
  )
}

function FindingLinks({ finding }: { finding: Finding }) {
  return (
    <div className="fm">
      <VariationMark variation={finding.variation} size={20} />
      <Link
        to="/metrics/$metric"
        params={{ metric: finding.metric }}
        search={(before: { area?: string }) => ({ area: before.area })}
        aria-label={`See the evidence: ${finding.headline}`}
      >
        See the evidence
      </Link>
    </div>
  )
}

function sparkLabel(name: string, finding: Finding): string {
  return `${name}, ${sparkSpan(finding.spark)}. ${variationWords(finding.variation)}.`
}
