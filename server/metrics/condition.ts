import { sql, type RawBuilder } from 'kysely'
import type { Condition } from '../../shared/metrics/metric.ts'

/** A catalogue condition as SQL over a records table; a field that is not known meets no test but `not`. */
export function conditionSql(condition: Condition): RawBuilder<boolean> {
  if ('all' in condition) return join(condition.all.map(conditionSql), ' and ')
  if ('any' in condition) return join(condition.any.map(conditionSql), ' or ')
  if ('not' in condition) return noneSql(condition.not)
  if ('daysOver' in condition)
    return sql`${sql.id(condition.to)} - ${sql.id(condition.from)} > ${sql.lit(condition.daysOver)}`
  const field = sql.id(condition.field)
  if ('known' in condition) return sql`${field} is not null`
  if ('has' in condition)
    return join(
      condition.has.map((code) => hasCode(condition.field, code)),
      ' or ',
    )
  if ('in' in condition) return sql`${field} in (${sql.join(condition.in.map((value) => sql.lit(value)))})`
  return sql`${field} = ${sql.lit(condition.is)}`
}

/** Rows that do not meet the condition, an unknown field included. Engines compare a plain test faster than a wrapped one. */
function noneSql(condition: Condition): RawBuilder<boolean> {
  const values = 'is' in condition ? [condition.is] : 'in' in condition ? condition.in : []
  if (!('field' in condition) || values.length === 0)
    return sql`not coalesce(${conditionSql(condition)}, false)`
  const field = sql.id(condition.field)
  return join(
    values.map((value) => sql`${field} is distinct from ${sql.lit(value)}`),
    ' and ',
  )
}

/** Whether a set field, stored as codes joined by `|`, holds a code. */
function hasCode(field: string, code: string): RawBuilder<boolean> {
  return sql`('|' || ${sql.id(field)} || '|') like ${sql.lit(`%|${code}|%`)}`
}

/**
 * The fields that a file must supply for the condition to say anything. An exclusion needs none: where a field is not
 * supplied there is nothing to leave out.
 */
export function fieldsOf(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(fieldsOf)
  if ('any' in condition) return alternativesOf(condition.any) ?? condition.any.flatMap(fieldsOf)
  if ('not' in condition) return []
  if ('daysOver' in condition) return [condition.from, condition.to]
  return [condition.field]
}

/**
 * One need that any of several columns meets: a column, or a column that tells these values apart (`group=rape`). They
 * stand in one text, `code|group=rape+group=other`, so that needs stay a list of texts. Null where a part is no value.
 */
function alternativesOf(parts: readonly Condition[]): string[] | null {
  const needs = parts.map((part, index) => {
    if (!('in' in part)) return null
    return index === 0 ? part.field : part.in.map((value) => `${part.field}=${value}`).join('+')
  })
  return needs.includes(null) ? null : [needs.join('|')]
}

function join(parts: readonly RawBuilder<boolean>[], between: string): RawBuilder<boolean> {
  return sql`(${sql.join(parts, sql.raw(between))})`
}
