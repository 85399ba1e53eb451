/** Where a question stands, in the order of its life, and in words. */
export const questionStatuses = {
  draft: 'Draft',
  asked: 'Asked',
  answered: 'Answered',
  promised: 'Promised',
  closed: 'Closed',
  withdrawn: 'Withdrawn',
} as const

export type QuestionStatus = keyof typeof questionStatuses

/**
 * What may follow what. A question goes forward; it may be taken back while it is open, and opened again where it was
 * closed or withdrawn too soon. What was asked never becomes a draft again: it was said in a meeting.
 */
const next: Readonly<Record<QuestionStatus, readonly QuestionStatus[]>> = {
  draft: ['asked', 'withdrawn'],
  asked: ['answered', 'withdrawn'],
  answered: ['promised', 'closed', 'withdrawn'],
  promised: ['closed', 'withdrawn'],
  closed: ['answered', 'promised'],
  withdrawn: ['draft', 'asked'],
}

/** Facts that decide whether a step is open. */
export interface QuestionFacts {
  readonly status: QuestionStatus
  readonly asked: boolean
  readonly askedOf: string
  readonly reply: string
  /** The states of its promises. */
  readonly promises: readonly { readonly settled: boolean }[]
}

/** Why a question cannot become this, as a sentence; null where it can. The one place that says so. */
export function statusRefusal(facts: QuestionFacts, to: QuestionStatus): string | null {
  const { status, asked, askedOf, reply, promises } = facts
  if (!next[status].includes(to))
    return `A question that is ${questionStatuses[status].toLowerCase()} cannot become ${questionStatuses[to].toLowerCase()}.`
  if (status === 'withdrawn' && to === 'draft' && asked)
    return 'It has been asked, so it cannot become a draft again.'
  if (status === 'withdrawn' && to === 'asked' && !asked) return 'It was withdrawn before it was asked.'
  if (to === 'asked' && askedOf === '') return 'Say first whom it is asked of.'
  if (to === 'answered' && reply === '') return 'Write down the reply first.'
  if (to === 'promised' && promises.length === 0) return 'Add first what was promised.'
  if (to === 'answered' && status === 'closed' && promises.length > 0)
    return 'Something was promised, so it opens again as promised.'
  if (to === 'closed' && promises.some(({ settled }) => !settled))
    return 'Say first of each promise whether it was kept.'
  return null
}

/** The steps that are open now, in order. */
export function openSteps(facts: QuestionFacts): QuestionStatus[] {
  return next[facts.status].filter((to) => statusRefusal(facts, to) === null)
}

/** The texts of a question. */
export const questionFields = [
  'text',
  'why',
  'caveats',
  'askedOf',
  'owner',
  'meeting',
  'meetingDate',
  'reply',
] as const

export type QuestionField = (typeof questionFields)[number]

/**
 * Which texts may still be written. The words of a question stand once it has been asked, because they were said in a
 * meeting; the reply is written from then on; a closed or withdrawn question stands as it is.
 */
export function mayWrite(status: QuestionStatus, field: QuestionField): boolean {
  if (status === 'closed' || status === 'withdrawn') return false
  switch (field) {
    case 'text':
    case 'why':
    case 'caveats':
      return status === 'draft'
    case 'reply':
      return status !== 'draft'
    default:
      return true
  }
}
