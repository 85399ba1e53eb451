import type { Feed } from '../../../shared/feeds/feed.ts'
import { findField } from '../../../shared/feeds/feeds.ts'
import type { Fold, Layout } from './layout.ts'
import type { ColumnRule, Profile } from './profile.ts'

/** What a profile does with a file, one plain sentence for each thing that is not simply a column read into its field. */
export function profileInWords(profile: Profile, feed: Feed): string[] {
  const { layout, constants, columns } = profile
  return [
    ...(layout === undefined ? [] : layoutWords(layout, feed)),
    ...columns.flatMap((rule) => ruleWords(rule, feed)),
    ...Object.entries(constants).map(
      ([field, value]) => `${labelOf(feed, field)} is ‘${constantWords(feed, field, value)}’ in every row.`,
    ),
    ...(profile.otherAgencies === 'reject' ? ['Rows of another force or agency are left out.'] : []),
    ...(profile.otherPlaces === 'leave out' ? ['Rows of other places are left out.'] : []),
    ...(profile.caution === undefined ? [] : [profile.caution]),
  ]
}

function layoutWords(layout: Layout, feed: Feed): string[] {
  const { skip = [], join = [], sum = [], lists = [], fold, markers, unique, period } = layout
  return [
    ...(period ? ['The period is read from the title above the table.'] : []),
    ...(layout.footnotes ? ['Footnote digits are taken off headers and labels.'] : []),
    ...[...new Set(skip.map(({ what }) => what))].map((what) => `Rows left out: ${what}.`),
    ...join.map(({ into, columns }) => `‘${into}’ is made of ${listed(columns)}.`),
    ...sum.map(({ into, columns }) => `‘${into}’ adds up ${listed(columns)}.`),
    ...(lists.length > 0 ? [`Lists in one cell are taken apart: ${listed(lists)}.`] : []),
    ...(fold ? [foldWords(fold)] : []),
    ...(markers ? [signWords(markers.signs)] : []),
    ...(unique
      ? [`Two rows with the same ${listed(unique.map((name) => labelOf(feed, name)))} are refused.`]
      : []),
  ]
}

function foldWords(fold: Fold): string {
  switch (fold.kind) {
    case 'periods':
      return 'Every column whose header is a month or quarter becomes rows of its own.'
    case 'named':
      return `${fold.columns.length} columns of figures become rows of their own.`
    case 'others':
      return `Every column but ${listed(fold.keep)} becomes rows of its own.`
  }
}

function signWords(signs: NonNullable<Layout['markers']>['signs']): string {
  const meanings = Object.groupBy(Object.entries(signs), ([, meaning]) => meaning)
  const words = (['missing', 'suppressed', 'zero'] as const).flatMap((meaning) => {
    const marks = meanings[meaning]?.map(([sign]) => (sign === '' ? 'blank' : `‘${sign}’`)) ?? []
    return marks.length === 0 ? [] : [`${marks.join(', ')} ${means[meaning]}`]
  })
  return `In place of a figure, ${words.join('; ')}.`
}

const means = { missing: 'means not known', suppressed: 'means withheld', zero: 'means none' } as const

const dateWords = {
  monthFirst: 'month first (05/14/2024)',
  compact: 'without strokes (20240514)',
  excelDays: 'as a spreadsheet’s days (45426)',
} as const

function ruleWords({ field, values = {}, part, prefix, dates }: ColumnRule, feed: Feed): string[] {
  const label = labelOf(feed, field)
  const meanings = Object.entries(values)
  const shown = meanings
    .slice(0, 4)
    .map(([from, to]) => `‘${from}’ as ${to === '' ? 'not known' : `‘${constantWords(feed, field, to)}’`}`)
  const more = meanings.length > 4 ? ` and ${meanings.length - 4} more` : ''
  return [
    ...(part === 'lsoaDistrict' ? [`${label} is the district that the small area’s name begins with.`] : []),
    ...(dates ? [`${label} is written ${dateWords[dates]}.`] : []),
    ...(prefix ? [`${label} begins with ‘${prefix.trim()}’.`] : []),
    ...(meanings.length > 0 ? [`${label}: reads ${shown.join(', ')}${more}.`] : []),
  ]
}

function labelOf(feed: Feed, name: string): string {
  return findField(feed, name)?.label ?? (name === 'agency' ? 'Agency' : name)
}

function constantWords(feed: Feed, name: string, value: string): string {
  const type = findField(feed, name)?.type
  return (type?.kind === 'code' && type.codes.find(({ code }) => code === value)?.label) || value
}

function listed(names: readonly string[]): string {
  return names.map((name) => `‘${name}’`).join(', ')
}
