import type { Feed } from '../../../shared/feeds/feed.ts'
import { listOfRecords } from '../layout/listOfRecords.ts'
import type { WhereToLook } from '../layout/findTable.ts'
import { columnAt } from '../layout/table.ts'
import type { Profile } from '../profiles/profile.ts'
import { template } from '../profiles/template.ts'
import type { FileHead } from './fileHead.ts'

/** What a profile is called that has not been saved. */
export const draftName = 'not-saved'

/** A profile to begin with for a layout that nobody has described: the columns that bear a field's name or label. */
export function draftFor({ sheets }: FileHead, feed: Feed, where: WhereToLook): Profile {
  const whole = template(feed)
  const { headers } = listOfRecords(sheets, { ...whole, columns: [] }, where)
  return {
    ...whole,
    name: draftName,
    label: '',
    meaning: '',
    columns: whole.columns.flatMap((rule) => {
      const own = rule.headers.filter((header) => columnAt(headers, header) >= 0)
      return own.length === 0 ? [] : [{ field: rule.field, headers: own.slice(0, 1) }]
    }),
  }
}
