import { csvText } from '../figures/csvCell.ts'

/** The columns of a file of past questions, in the order of the template and of the export. */
export const importColumns = {
  text: 'Question',
  theme: 'Theme',
  askedOf: 'Asked of',
  meeting: 'Meeting',
  meetingDate: 'Meeting date',
  owner: 'Owner',
  status: 'Status',
  why: 'Why it is asked',
  reply: 'Reply',
  promise: 'Promise',
  promiseDue: 'Promise due',
  promiseState: 'Promise state',
} as const

export type ImportColumn = keyof typeof importColumns

/** Columns of the export that say what the dashboard worked out; an import passes over them. */
export const exportOnlyColumns = ['Number', 'Written', 'Asked', 'Figures', 'Overdue'] as const

/** An empty file with one example, to be filled in. */
export function importTemplate(): string {
  return csvText(Object.values(importColumns), [
    [
      'How will reporting of intelligence on modern slavery improve?',
      'Intelligence',
      'West Yorkshire Police',
      'Board meeting',
      '2026-03-12',
      '',
      'Promised',
      'Submissions have fallen since the summer.',
      'A new form is being tried in Leeds.',
      'The form is used in every district.',
      '2026-09-30',
      'Open',
    ],
  ])
}

/** What a file of past questions comes to before anything is stored. */
export interface ImportCheck {
  readonly questions: number
  readonly promises: number
  readonly faults: readonly {
    readonly row: number
    readonly field: string
    readonly value: string
    readonly reason: string
  }[]
}

export const mostImported = 2_000
