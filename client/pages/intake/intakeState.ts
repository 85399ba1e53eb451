import type { FeedId } from '../../../shared/feeds/feed.ts'
import type { Profile, Progress, Receipt, Statement } from './intakeClient.ts'

/** What the analyst has chosen for one file, and how far its check is. */
export interface IntakeState {
  readonly sheet: string | null
  readonly headerRow: number | null
  /** How it is read; null until a profile has been suggested or chosen. */
  readonly profile: Profile | null
  /** The saved or shipped profile that `profile` still equals, as it is named in the receipt; null once it was changed. */
  readonly reference: string | null
  readonly agency: string | null
  readonly mode: 'replace' | 'amend'
  /** Months written 'YYYY-MM', or blank: deduced. */
  readonly from: string
  readonly to: string
  /** The day the figures were known; blank: today. */
  readonly asAt: string
  readonly reason: string
  /** Takes the sound rows of a file in which many cannot be read. */
  readonly despiteRejects: boolean
  readonly check: Check
}

export type Check =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly what: 'preview' | 'commit'; readonly progress: Progress | null }
  /** While it was being committed: it may have been in time. */
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly sentence: string; readonly outdated: boolean }
  | { readonly kind: 'previewed'; readonly receipt: Receipt }
  | { readonly kind: 'done'; readonly receipt: Receipt }

export type IntakeAction =
  | { readonly set: Partial<Omit<IntakeState, 'check' | 'profile' | 'reference'>> }
  | { readonly profile: Profile; readonly reference: string | null }
  | { readonly check: Check }

export const firstState: IntakeState = {
  sheet: null,
  headerRow: null,
  profile: null,
  reference: null,
  agency: null,
  mode: 'replace',
  from: '',
  to: '',
  asAt: '',
  reason: '',
  despiteRejects: false,
  check: { kind: 'none' },
}

/** What is checked is what was stated when it was checked: any other choice after that asks for a new check. */
export function intakeReducer(state: IntakeState, action: IntakeAction): IntakeState {
  if ('check' in action) return { ...state, check: action.check }
  if ('set' in action) return { ...state, ...action.set, check: { kind: 'none' } }
  return { ...state, profile: action.profile, reference: action.reference, check: { kind: 'none' } }
}

/** What the server is asked to preview; a sentence where something is still missing. */
export function statementOf(upload: string, state: IntakeState): Statement | string {
  const { profile, reference, from, to, asAt, reason } = state
  if (profile === null) return 'Choose a profile first.'
  if ((from === '') !== (to === '')) return 'State both the first and the last month, or neither.'
  if (from > to) return 'The first month is after the last.'
  const feed: FeedId = profile.feed
  return {
    upload,
    feed,
    profile: reference ?? profile,
    sheet: state.sheet,
    headerRow: state.headerRow,
    agency: state.agency,
    mode: state.mode,
    period: from === '' ? null : { from: from as never, to: to as never },
    asAt: asAt === '' ? null : asAt,
    reason: reason.trim() === '' ? null : reason.trim(),
    confirm: state.despiteRejects,
  }
}
