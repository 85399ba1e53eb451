import type { Code, Feed, Field, FieldType } from './feed.ts'

const longList = 30

/** The documentation of feeds as Markdown, written from their declarations: what a row is, every field, every code. */
export function describeFeeds(feeds: readonly Feed[]): string {
  return [
    '# Feeds',
    'What partners send, field by field. A column that is not named here is dropped when a file is read and never stored. ' +
      'A date may be a day (2026-04-17), a month (2026-04) or a calendar quarter (2026-Q2); a row for a quarter is never shown by the month. ' +
      'Words are matched whatever their case, spaces and punctuation, by code, label or one of the other spellings.',
    ...feeds.map(describeFeed),
  ].join('\n\n')
}

function describeFeed(feed: Feed): string {
  return [
    `## ${feed.label} (\`${feed.id}\`)`,
    `**One row:** ${feed.row}`,
    `The field \`${feed.date}\` places a row in a month. ${keySentence(feed)}`,
    table(
      ['Field', 'Meaning', 'Values', 'Required', 'Example'],
      feed.fields.map((field) => [
        `\`${field.name}\``,
        `**${field.label}.** ${field.meaning}`,
        describeType(field),
        field.required === true ? 'yes' : '',
        field.example === '' ? '' : `\`${field.example}\``,
      ]),
    ),
    ...feed.fields.flatMap(describeCodes),
  ].join('\n\n')
}

function keySentence(feed: Feed): string {
  const fields = feed.key.map((name) => `\`${name}\``).join(', ')
  return `A record is found again by ${fields} when it is amended.`
}

function describeType({ type, dimension }: Field): string {
  const text = typeInWords(type)
  return dimension === true ? `${text}; filters and breaks down` : text
}

function typeInWords(type: FieldType): string {
  switch (type.kind) {
    case 'reference':
      return 'reference, kept only as a keyed hash'
    case 'date':
      return 'day, month or quarter'
    case 'area':
      return 'area'
    case 'code':
      return type.open === true ? 'a code below, or as sent' : 'a code below'
    case 'codes':
      return 'codes below, separated by |'
    case 'flag':
      return 'yes, no or not known'
    case 'integer':
      return `whole number, ${type.min} to ${type.max}`
    case 'number':
      return `number${bounds(type.min, type.max)}`
    case 'label':
      return `text, at most ${type.maxLength} characters`
  }
}

function bounds(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return `, ${min} to ${max}`
  if (min !== undefined) return `, ${min} or more`
  return max === undefined ? '' : `, ${max} or less`
}

function describeCodes({ name, type }: Field): string[] {
  if (type.kind !== 'code' && type.kind !== 'codes') return []
  const rows = type.codes.map(({ code, label, aliases }: Code) => [
    `\`${code}\``,
    label,
    (aliases ?? []).join(', '),
  ])
  const heading = ['Code', 'Label', 'Other spellings']
  const list = table(heading, rows)
  if (type.codes.length <= longList) return [`### \`${name}\``, list]
  return [
    `### \`${name}\``,
    `<details><summary>${type.codes.length} codes</summary>\n\n${list}\n\n</details>`,
  ]
}

function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(heading), line(heading.map(() => '---')), ...rows.map(line)].join('\n')
}
