import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { FeedId } from '../../shared/feeds/feed.ts'
import { addMonths } from '../../shared/periods/month.ts'
import type { Month } from '../../shared/periods/month.ts'
import { dayNumber } from './days.ts'
import { sampleFrom, samplePositions } from './sampleSpan.ts'

/** One file of the sample and what it is complete for, ready for the ordinary import. */
export interface SampleSubmission {
  readonly file: string
  readonly feed: FeedId
  readonly agency: string
  readonly mode: 'replace'
  readonly from: Month
  readonly to: Month
  readonly asAt: string
}

interface Sender {
  readonly folder: string
  /** Only what was sent by this day is written. */
  readonly today: string
  readonly feed: FeedId
  readonly agency: string
  /** The columns, by the feed's own field names. */
  readonly columns: readonly string[]
  /** At which of the sample's positions it sends; at all of them unless stated. */
  readonly turns?: readonly number[]
  /** How many months each later submission holds again. */
  readonly monthsAgain: number
  /** Months the agency never sent. */
  readonly missing?: readonly Month[]
}

/** The successive files of one agency for one feed, written together record by record. */
export interface SubmissionFiles {
  /**
   * Writes a record into every submission that holds its month and was made after the record became known.
   * `line` gives its cells as the sender knew them on that day, and hears whether it is sent for the first time.
   */
  readonly add: (month: Month, knownOn: number, line: (asAt: number, first: boolean) => string) => void
  readonly close: () => readonly SampleSubmission[]
}

const chunk = 1 << 20

/** Opens the files of an agency's successive submissions; each begins with its header. */
export function openSubmissions(sender: Sender): SubmissionFiles {
  const files = submissionsOf(sender).map((submission) => ({
    submission,
    asAt: dayNumber(submission.asAt),
    handle: openSync(submission.file, 'w'),
    text: `${sender.columns.join(',')}\r\n`,
  }))
  const flush = (file: (typeof files)[number]) => {
    writeSync(file.handle, file.text)
    file.text = ''
  }
  return {
    add: (month, knownOn, line) => {
      let first = true
      for (const file of files) {
        const { from, to } = file.submission
        if (month < from || month > to || knownOn > file.asAt) continue
        file.text += `${line(file.asAt, first)}\r\n`
        first = false
        if (file.text.length > chunk) flush(file)
      }
    },
    close: () =>
      files.map((file) => {
        flush(file)
        closeSync(file.handle)
        return file.submission
      }),
  }
}

function submissionsOf({
  folder,
  today,
  feed,
  agency,
  turns,
  monthsAgain,
  missing = [],
}: Sender): SampleSubmission[] {
  const name = agency.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return samplePositions
    .filter(({ asAt }, position) => asAt <= today && (turns === undefined || turns.includes(position)))
    .map(({ asAt, to }, turn) => {
      const planned = turn === 0 ? sampleFrom : addMonths(to, 1 - monthsAgain)
      const lastMissing = missing.filter((month) => month >= planned && month <= to).at(-1)
      const from = lastMissing === undefined ? planned : addMonths(lastMissing, 1)
      return {
        file: join(folder, `${asAt}-${feed}-${name}.csv`),
        feed,
        agency,
        mode: 'replace',
        from,
        to,
        asAt,
      }
    })
}
