import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { describeFeeds } from '../../../shared/feeds/describe.ts'
import { feedById, feeds } from '../../../shared/feeds/feeds.ts'
import { templateCsv } from '../../../shared/feeds/template.ts'

describe('describeFeeds', () => {
  it('is in step with docs/feeds.md', () => {
    expect(readFileSync('docs/feeds.md', 'utf8')).toBe(`${describeFeeds(feeds)}\n`)
  })

  it('names every field and every code', () => {
    const text = describeFeeds(feeds)
    for (const { fields } of feeds) {
      for (const { name, meaning, type } of fields) {
        expect(text).toContain(`| \`${name}\` |`)
        expect(text).toContain(meaning.replaceAll('|', '\\|'))
        if (type.kind === 'code') for (const { code } of type.codes) expect(text).toContain(`| \`${code}\` |`)
      }
    }
  })
})

describe('templateCsv', () => {
  it.each(feeds.map((feed) => [feed.id, feed] as const))(
    'gives %s a header of its fields and one row as long',
    (_, feed) => {
      const [header, example, ...rest] = templateCsv(feed).split('\r\n')
      expect(header).toBe(feed.fields.map(({ name }) => name).join(','))
      expect(example!.split(',')).toHaveLength(feed.fields.length)
      expect(rest).toEqual([''])
    },
  )

  it('leaves the example out where an empty template is wanted', () => {
    expect(templateCsv(feedById.returns, { example: false })).toBe(
      'measure,agency,area,period,value,denominator,count\r\n',
    )
  })
})
