import type { Annotation } from '../../../shared/annotations/annotation.ts'
import { areasQuery, pageQuery } from '../../../shared/editions/pageQueries.ts'
import { capitalise } from '../../../shared/figures/capitalise.ts'
import { figureRequestSchema, type FigureRequest } from '../../../shared/figures/figureRequest.ts'
import { metricById } from '../../../shared/metrics/catalogue.ts'
import type { Metric } from '../../../shared/metrics/metric.ts'
import { accountableBody, type Accountable } from '../../../shared/partnership/accountableBody.ts'
import type { Partnership } from '../../../shared/partnership/partnership.ts'
import type { Event } from '../../../shared/scrutiny/folding.ts'
import { certaintyWords } from '../../../shared/scrutiny/ranking.ts'
import type { Signal, SignalKind } from '../../../shared/scrutiny/signal.ts'
import type { Suggestion } from '../../../shared/scrutiny/suggestion.ts'
import { alsoWords } from '../../../shared/scrutiny/wording/alsoWords.ts'
import { caveatWords } from '../../../shared/scrutiny/wording/caveatWords.ts'
import { chanceWords } from '../../../shared/scrutiny/wording/chanceWords.ts'
import { findingWords } from '../../../shared/scrutiny/wording/findingWords.ts'
import { measurePhrase } from '../../../shared/scrutiny/wording/measurePhrase.ts'
import { questionWords } from '../../../shared/scrutiny/wording/questionWords.ts'
import { judgement, type Spoken } from '../../../shared/scrutiny/wording/spoken.ts'
import { whyWords } from '../../../shared/scrutiny/wording/whyWords.ts'
import type { Variation } from '../../../shared/series/scorecard.ts'
import { chartOf } from '../../signals/chartOf.ts'
import { eventsOf } from '../../signals/eventsOf.ts'
import { sparkOf } from '../../signals/scorecardOf.ts'
import { judgedLine } from '../signals/judgedLine.ts'
import { queryOf } from '../signals/lineSignals.ts'
import type { Line } from '../signals/signalSource.ts'
import { companionWords } from './companionWords.ts'

/** What somebody owes is no movement that others could be read beside. */
const owed: ReadonlySet<SignalKind> = new Set(['missingReturn', 'promiseDue'])

/** What a suggestion is drafted from besides its event. */
export interface Drafting {
  readonly partnership: Partnership
  /** Every line that this reader was given. */
  readonly lines: readonly Line[]
  readonly annotations: readonly Annotation[]
  /** The edition its figures are read from; null for live ones. */
  readonly edition: number | null
}

/** The question that an event suggests, in words made from its computed facts alone. */
export function suggestionOf({ id, head, also, rank }: Event, drafting: Drafting): Suggestion {
  const { partnership, lines, annotations } = drafting
  const metric = metricById(head.metric)
  const companion = head.facts.kind === 'divergence' ? metricById(head.facts.companion) : null
  const spoken: Spoken = { signal: head, metric, companion, partnership }
  const line = lineOf(head, lines)
  const chart =
    line && chartOf(line.points, line.metric, { grain: line.grain, basis: 'count', transform: 'none' })
  return {
    id,
    metric: head.metric,
    metricName: metric?.name ?? '',
    theme: metric?.theme ?? 'partnership',
    place: head.place,
    kinds: [...new Set([head, ...also].map(({ facts }) => facts.kind))],
    finding: findingWords(spoken),
    certainty: certaintyWords(head),
    chance: chanceWords(head.p),
    why: whyWords(spoken),
    question: questionWords(spoken),
    askedOf: askedOf(head, metric, partnership),
    companions: metric && !owed.has(head.facts.kind) ? companionWords(head, { metric, lines }) : [],
    caveats: caveatWords(spoken, {
      events: metric ? eventsOf(annotations, { metric, area: head.place.code }) : [],
      points: line?.points ?? [],
      adjustment: (line && judgedLine(line)?.adjustment.kind) ?? 'none',
      areas: partnership.areas.length,
    }),
    alsoSeen: alsoWords(head, also),
    variation: variationOf(head, metric),
    spark: line && chart ? sparkOf(line.points, chart) : null,
    sparkCaption: metric ? capitalise(measurePhrase(metric, line?.part ?? null)) : '',
    evidence: head.evidence,
    ofQuestion: head.facts.kind === 'promiseDue' ? head.facts.question : null,
    figures:
      metric && head.facts.kind !== 'promiseDue'
        ? figuresOf(head, { metric, companion, edition: drafting.edition })
        : [],
    score: rank.score,
    size: Math.abs(head.size),
    isNew: head.novelty === 1,
    dismissed: null,
  }
}

function lineOf({ metric, place, part }: Signal, lines: readonly Line[]): Line | undefined {
  return lines.find(
    (line) => line.metric.id === metric && line.place.code === place.code && line.part?.value === part?.value,
  )
}

/** Whoever owes a return or a promise is asked for it; of everything else, the body that answers for the measure. */
function askedOf({ facts, place }: Signal, metric: Metric | null, partnership: Partnership): Accountable {
  if (facts.kind === 'missingReturn') {
    const agency = partnership.agencies.find(({ name }) => name === facts.agency)
    return { id: agency?.id ?? 'other', name: facts.agency }
  }
  if (facts.kind === 'promiseDue') return { id: slug(facts.askedOf), name: facts.askedOf }
  return metric
    ? accountableBody(partnership, { metric, area: place.code })
    : { id: 'board', name: partnership.board }
}

function slug(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}

function variationOf({ direction, facts }: Signal, metric: Metric | null): Variation {
  const isJudged = facts.kind === 'specialCause' || facts.kind === 'yearChange' || facts.kind === 'divergence'
  if (!metric || direction === null || !(isJudged || facts.kind === 'outlier'))
    return { kind: 'unjudged', reason: '' }
  return { kind: judgement(metric, direction), direction: direction === 'up' ? 'high' : 'low', detail: '' }
}

function figuresOf(
  head: Signal,
  { metric, companion, edition }: { metric: Metric; companion: Metric | null; edition: number | null },
): FigureRequest[] {
  const area = head.place.isWhole ? undefined : head.place.code
  const chart = (id: string, filters: Record<string, string[]> = {}): FigureRequest =>
    figureRequestSchema.parse({
      view: 'chart',
      query: { ...pageQuery(id, area), grain: head.grain === 'quarter' ? 'quarter' : 'month', filters },
      edition,
    })
  if (head.facts.kind === 'outlier')
    return [
      figureRequestSchema.parse({ view: 'districts', query: areasQuery(pageQuery(metric.id)), edition }),
      chart(metric.id),
    ]
  const { filters = {} } = queryOf({ metric, place: head.place, part: head.part, grain: head.grain })
  return [chart(metric.id, filters), ...(companion ? [chart(companion.id)] : [])]
}
