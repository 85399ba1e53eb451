import { createRequire } from 'node:module'
import type { Highs } from 'highs'
import type { Viewer } from '../../../shared/access/viewer.ts'
import { metrics } from '../../../shared/metrics/catalogue.ts'
import type { MetricsReader } from '../../metrics/metricsReader.ts'
import { countFamilies, countsOf, familyOf } from '../protectedCounts.ts'
import { dividedAttack } from './attack.ts'
import { attackOn } from './attackOn.ts'
import { determined } from './determined.ts'
import type { TableTally } from './findings.ts'

/** What an audit found for one group of metrics. */
export interface GroupAudit {
  readonly metrics: readonly string[]
  readonly tables: readonly TableTally[]
  readonly hidden: number
  /** Hidden cells that can be worked out. */
  readonly determined: readonly string[]
  /** Small numbers that are simply shown. */
  readonly small: readonly string[]
}

/** Audits all that one reader can obtain, group by group, by linear programs; tells of each group as it is done. */
export async function auditReader(
  reader: MetricsReader,
  viewer: Viewer,
  {
    groups = linkedMetrics(),
    told = () => {},
  }: {
    readonly groups?: readonly (readonly string[])[]
    readonly told?: (group: GroupAudit) => void
  } = {},
): Promise<GroupAudit[]> {
  const highs = await load()
  const found: GroupAudit[] = []
  for (const group of groups) {
    const { attack, tables, small } = await attackOn(reader, group, viewer)
    const audit = {
      metrics: group,
      tables,
      hidden: attack.targets.length,
      determined: dividedAttack(attack).flatMap((part) => determined(highs, part).map(({ name }) => name)),
      small,
    }
    told(audit)
    found.push(audit)
  }
  return found
}

/** The package's types name no function to call under this module setting; its CommonJS form is one. */
function load(): Promise<Highs> {
  return (createRequire(import.meta.url)('highs') as () => Promise<Highs>)()
}

/** The metrics of the catalogue in groups whose counts are equal, or add up to one another. */
export function linkedMetrics(): string[][] {
  const groups = new Map<string, Set<string>>()
  const join = (a: string, b: string) => {
    const merged = new Set([...(groups.get(a) ?? [a]), ...(groups.get(b) ?? [b])])
    for (const each of merged) groups.set(each, merged)
  }
  for (const metric of metrics) {
    for (const whole of countsOf(metric).wholes) {
      const { id, sumOf } = familyOf(whole)
      join(metric.id, id)
      for (const part of sumOf) join(metric.id, part)
    }
  }
  const known = new Set(metrics.map(({ id }) => id))
  const families = new Set(countFamilies.keys())
  return [...new Set(groups.values())].map((members) =>
    [...members].filter((member) => known.has(member) && !families.has(member)),
  )
}
