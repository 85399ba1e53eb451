import '../../styles/findings.css'
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
import type { OverviewSearch } from '../../address/overviewSearch.ts'
import { Problem } from '../../parts/Problem.tsx'
import { overviewHeadline, overviewStandfirst } from './overviewSentence.ts'
import { sinceHeadline, sinceStandfirst, sinceWords } from './sinceSentence.ts'
import { SinceSwitch } from './SinceSwitch.tsx'
import type { Since } from './useSince.ts'

interface Props {
  /** Undefined while it is loading: rules stay, values are blank. */
  readonly scorecard: Scorecard | undefined
  readonly rows: readonly ScorecardRow[]
  readonly since: Since
  readonly onSince: (since: OverviewSearch['since']) => void
}

const shownAtFirst = 5

/** The ranked findings: the first with its chart, the others with a sparkline. */
export function WhatChanged({ scorecard, rows, since, onSince }: Props) {
  const [all, setAll] = useState(false)
  const names = new Map(rows.map((row) => [row.metric, row]))
  const isNew = ({ metric }: Finding) => {
    const row = names.get(metric)
    if (row === undefined || since.of === null) return row !== undefined
    return ['began', 'turned'].includes(since.of(row))
  }
  const findings = scorecard?.findings.filter(isNew) ?? []
  const [lead, ...rest] = all ? findings : findings.slice(0, shownAtFirst)
  const leadRow = lead && names.get(lead.metric)
  const ready = scorecard !== undefined && !since.loading
  const { of } = since
  const headline = (period: Scorecard['period']) =>
    of === null
      ? overviewHeadline(rows, period)
      : sinceHeadline(rows.filter((row) => ['began', 'turned'].includes(of(row))).length, rows.length, since)
  return (
    <section className="changed" aria-labelledby="what-changed">
      <div className="chead">
        <div>
          <h1 className="h1" id="what-changed">
            {ready ? headline(scorecard.period) : 'What changed'}
          </h1>
          <p className="dek">
            {!ready ? '\u00a0' : of === null ? overviewStandfirst(rows) : sinceStandfirst(rows, of)}
          </p>
        </div>
        <div className="row">
          <SinceSwitch since={since} onChoose={onSince} />
          <CopyLink />
        </div>
      </div>
      {since.error !== null && (
        <Problem
          error={since.error}
          what={`What is new ${sinceWords(since)}`}
          holds="Everything unusual now is shown instead."
        />
      )}
      {ready && findings.length === 0 ? (
        <p className="more">
          {of === null
            ? 'No measure moved by more than its usual variation in these months.'
            : `No measure began to change unusually ${sinceWords(since)}.`}
        </p>
      ) : (
        <div className={ready ? 'find' : 'find waiting'}>
          <article className="lead1">
            {ready && lead && leadRow && (
              <LeadFinding finding={lead} row={leadRow} state={scorecardState(scorecard)} />
            )}
          </article>
          <div className={ready && rest.length === 0 ? 'rest none' : 'rest'}>
            {(ready ? rest : []).map((finding, index) => (
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
