import { sql, type RawBuilder } from 'kysely'
import type { Code, Feed } from '../../shared/feeds/feed.ts'
import { findField } from '../../shared/feeds/feeds.ts'

/** The value of a dimension where the record does not say. */
export const notKnown = 'not-known'

/** Something records can be broken down or filtered by: a field of the feed. */
export interface Dimension {
  readonly name: string
  readonly label: string
  /** The field it is read from, which a file must supply. */
  readonly field: string
  /** Known values in the order to show them; others follow by size. */
  readonly codes: readonly Code[]
  /** One record may have several values, so that parts may add up to more than the whole. */
  readonly several: boolean
  /** The value as text; `not-known` where the record does not say. Null for a `several` dimension, which is joined. */
  readonly value: RawBuilder<string> | null
  /** The field holds the value as it stands, so that a known one can be sought in it. */
  readonly asStored: boolean
}

/** The dimension of that name in a feed; null when there is none. */
export function dimensionOf(feed: Feed, name: string): Dimension | null {
  const field = findField(feed, name)
  if (!field?.dimension) return null
  const common = {
    name,
    label: field.label,
    field: name,
    several: field.type.kind === 'codes',
    asStored: field.type.kind !== 'flag',
  }
  switch (field.type.kind) {
    case 'code':
      return {
        ...common,
        codes: field.type.codes,
        value: sql`coalesce(${sql.id(name)}, ${sql.lit(notKnown)})`,
      }
    case 'codes':
      return { ...common, codes: field.type.codes, value: null }
    case 'flag':
      return {
        ...common,
        codes: [
          { code: 'yes', label: 'Yes' },
          { code: 'no', label: 'No' },
        ],
        value: sql`case when ${sql.id(name)} then 'yes' when not ${sql.id(name)} then 'no' else ${sql.lit(notKnown)} end`,
      }
    default:
      return { ...common, codes: [], value: sql`coalesce(${sql.id(name)}, ${sql.lit(notKnown)})` }
  }
}

/** Records whose dimension has one of the values. */
export function filterSql(dimension: Dimension, values: readonly string[]): RawBuilder<boolean> {
  if (dimension.value && dimension.asStored && !values.includes(notKnown))
    return sql`${sql.id(dimension.field)} in (${sql.join(values)})`
  if (dimension.value) return sql`${dimension.value} in (${sql.join(values)})`
  const tests = values.map((value) =>
    value === notKnown
      ? sql<boolean>`${sql.id(dimension.field)} is null`
      : sql<boolean>`position(${`|${value}|`} in '|' || ${sql.id(dimension.field)} || '|') > 0`,
  )
  return sql`(${sql.join(tests, sql.raw(' or '))})`
}

/** A dimension's values as a column of the query: its expression, or for a set field a join that counts a record under each. */
export function dimensionColumn(
  dimension: Dimension,
  position: number,
): { column: RawBuilder<string>; join: RawBuilder<unknown> | null } {
  if (dimension.value) return { column: dimension.value, join: null }
  const alias = sql.id(`code_${position}`)
  const codes = sql.join(
    [...dimension.codes.map(({ code }) => code), notKnown].map((code) => sql`(${sql.lit(code)})`),
  )
  const matches = sql`(('|' || ${sql.id(dimension.field)} || '|') like ('%|' || ${alias}.code || '|%') or (${sql.id(dimension.field)} is null and ${alias}.code = ${sql.lit(notKnown)}))`
  return { column: sql`${alias}.code`, join: sql`join (values ${codes}) ${alias} (code) on ${matches}` }
}
