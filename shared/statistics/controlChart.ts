import { assurance, constantAssurance } from './assurance.ts'
import type { Assurance } from './assurance.ts'
import type { ControlPoint } from './controlPoint.ts'
import { controlProfile } from './controlProfile.ts'
import type { ControlProfile, ControlProfileName } from './controlProfile.ts'
import { controlRules, standing } from './controlRules.ts'
import { controlSegment, splitSegments } from './controlSegment.ts'
import type { ControlRow, ControlSegment } from './controlSegment.ts'
import { pointType } from './pointType.ts'
import type { ImprovementDirection, PointType } from './pointType.ts'
import type { RuleCode } from './ruleCode.ts'
import type { Standing } from './twoOfThreeRule.ts'
import { variationIcon } from './variationIcon.ts'
import type { VariationIcon } from './variationIcon.ts'

/** How a series is to be judged. */
export interface ControlOptions {
  readonly profile: ControlProfileName | ControlProfile
  readonly direction: ImprovementDirection
  readonly target?: number | null
  /** Where agreed step changes begin, as the x of their first point. */
  readonly rebase?: readonly string[]
  /** Take each segment's lines from its first so many points and extend them; null uses every point. */
  readonly fixAfterNPoints?: number | null
}

/** A point with its judgement; side, outside and close are null where the value or the line is missing. */
export interface JudgedPoint extends Standing {
  readonly x: string
  readonly y: number | null
  readonly excluded: boolean
  readonly segment: number
  readonly rule: RuleCode
  readonly type: PointType
}

export interface ControlChart {
  readonly kind: 'chart'
  readonly profile: ControlProfile
  readonly segments: readonly ControlSegment[]
  readonly points: readonly JudgedPoint[]
  /** Null when nothing was judged, or the last judged point's segment has too few values for this profile. */
  readonly variationIcon: VariationIcon | null
  /** Null without a target, with a neutral direction, or when nothing was judged or too few values are held. */
  readonly assurance: Assurance | null
  /** Every judged value of the latest segment is the same. */
  readonly constant: boolean
}

/** Why no chart can be drawn, in a sentence a person can act on. */
export interface ControlRefusal {
  readonly kind: 'refused'
  readonly reason: string
}

/**
 * An XmR (individuals) control chart: each segment's mean and natural process limits, the rule that fired at each
 * point, and the icons for the latest. Refuses a fixed baseline of a length the profile does not allow; never
 * throws on finite numbers and nulls, and takes any other number as missing.
 * Rules: NHSRplotthedots 0.2.2 and Making Data Count, chosen and named by profile.
 * Example: 9, 11, 9, 11, … over 24 months has mean 10 and limits 4.68 to 15.32, and nothing fires.
 */
export function controlChart(
  points: readonly ControlPoint[],
  options: ControlOptions,
): ControlChart | ControlRefusal {
  const { direction, target = null, rebase = [], fixAfterNPoints = null } = options
  const profile = typeof options.profile === 'string' ? controlProfile(options.profile) : options.profile
  const reason = baselineFault(profile, fixAfterNPoints)
  if (reason !== null) return { kind: 'refused', reason }

  const groups = splitSegments(points.map(toRow).sort(byX), rebase)
  const segments = groups.map((rows) => controlSegment(rows, { profile, fixAfterNPoints }))
  const judged = groups.flatMap((rows, i) =>
    judgeSegment(rows, segments[i], { profile, direction, index: i }),
  )

  const latest = judged.findLast((point) => !point.excluded)
  const segment = latest === undefined ? undefined : segments[latest.segment]
  const rows = latest === undefined ? [] : (groups[latest.segment] ?? [])
  const values = rows.map((row) => row.value).filter((value) => value !== null)
  const [value] = values
  const constant = value !== undefined && values.every((other) => other === value)
  const shown = latest !== undefined && segment !== undefined && value !== undefined && !segment.withheld
  const aim = { target, direction }
  return {
    kind: 'chart',
    profile,
    segments,
    points: judged,
    variationIcon: shown ? variationIcon(latest.rule, direction) : null,
    assurance: !shown
      ? null
      : constant && profile.constantSeries === 'value'
        ? constantAssurance(value, aim)
        : assurance(segment, aim),
    constant,
  }
}

function judgeSegment(
  rows: readonly ControlRow[],
  segment: ControlSegment | undefined,
  { profile, direction, index }: { profile: ControlProfile; direction: ImprovementDirection; index: number },
): JudgedPoint[] {
  if (segment === undefined) throw new Error(`no lines for segment ${index}`)
  const values = rows.map((row) => row.value)
  const standings = values.map((value) => standing(value, segment.mean, segment))
  const rules = segment.withheld ? [] : controlRules(values, standings, { profile, direction })
  return rows.map((row, i) => {
    const rule = rules[i] ?? 'none'
    const { side = null, outside = null, close = null } = standings[i] ?? {}
    const { x, y, excluded = false } = row
    return { x, y, excluded, segment: index, side, outside, close, rule, type: pointType(rule, direction) }
  })
}

function baselineFault({ name, baseline }: ControlProfile, points: number | null): string | null {
  if (points === null) return null
  if (!Number.isInteger(points)) return `A baseline is a whole number of points, not ${points}.`
  if (points < baseline.least) return `A baseline needs at least ${baseline.least} points, not ${points}.`
  if (baseline.most === null || points <= baseline.most) return null
  return `${name} fixes a baseline on ${baseline.least} to ${baseline.most} points, not ${points}.`
}

function toRow({ x, y, excluded = false }: ControlPoint): ControlRow {
  const number = y !== null && Number.isFinite(y) ? y : null
  return { x, y: number, excluded, value: excluded ? null : number }
}

function byX(a: ControlRow, b: ControlRow): number {
  return a.x < b.x ? -1 : a.x > b.x ? 1 : 0
}
