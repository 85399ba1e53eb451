import type { Feed } from '../../../shared/feeds/feed.ts'
import { cleanText } from '../check/cleanText.ts'
import { listOfRecords } from '../layout/listOfRecords.ts'
import type { WhereToLook } from '../layout/findTable.ts'
import { columnAt } from '../layout/table.ts'
import type { Profile } from '../profiles/profile.ts'
import { template } from '../profiles/template.ts'
import type { FileHead } from './fileHead.ts'

/** What a profile is called that has not been saved. */
const draftName = 'not-saved'

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
      const at = rule.headers.map((header) => columnAt(headers, header)).find((place) => place >= 0)
      return at === undefined ? [] : [{ field: rule.field, headers: [cleanText(headers[at] ?? '')] }]
    }),
  }
}
