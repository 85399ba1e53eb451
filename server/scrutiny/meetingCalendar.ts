import type { EditionMark } from '../../shared/editions/edition.ts'
import type { Briefing } from '../../shared/scrutiny/briefing.ts'
import type { DueEntry, Meeting, MeetingCalendar } from '../../shared/scrutiny/meeting.ts'
import { isOverdue } from '../../shared/scrutiny/promise.ts'
import type { Question } from '../../shared/scrutiny/question.ts'
import type { Recommendation } from '../../shared/scrutiny/recommendation.ts'

interface Held {
  readonly today: string
  readonly questions: readonly Question[]
  readonly editions: readonly EditionMark[]
  readonly briefings: readonly Briefing[]
  readonly recommendations: readonly Recommendation[]
}

/** The days on which the board meets, from whatever names one, and what falls due between them. */
export function meetingCalendar({
  today,
  questions,
  editions,
  briefings,
  recommendations,
}: Held): MeetingCalendar {
  const dates = new Set([
    ...questions.map(({ texts }) => texts.meetingDate.value).filter((date) => date !== ''),
    ...editions.map(({ meetingDate }) => meetingDate),
    ...briefings.map(({ meetingDate }) => meetingDate),
  ])
  const meetings = [...dates].toSorted().map((date): Meeting => {
    const asked = questions.filter(({ texts }) => texts.meetingDate.value === date)
    const briefed = briefings.filter(({ meetingDate }) => meetingDate === date)
    const names = [
      ...asked.map(({ texts }) => texts.meeting.value),
      ...briefed.map(({ texts }) => texts.meeting.value),
    ].filter((name) => name !== '')
    return {
      date,
      names: [...new Set(names)],
      questions: asked.map(({ number, texts }) => ({ number, text: texts.text.value })).toReversed(),
      editions: editions
        .filter(({ meetingDate }) => meetingDate === date)
        .map(({ number, title }) => ({ number, title })),
      briefings: briefed.map(({ number, texts }) => ({ number, title: texts.title.value })),
    }
  })
  const promised = questions
    .filter(({ status }) => status === 'promised')
    .flatMap(({ number, texts, promises }) =>
      promises
        .filter(({ state }) => state === 'open')
        .map((promise): DueEntry => ({
          date: promise.due,
          kind: 'promise',
          number,
          text: promise.text.value,
          who: texts.askedOf.value,
          late: isOverdue(promise, today),
        })),
    )
  const recommended = recommendations.flatMap(({ number, due, state, texts, late }): DueEntry[] =>
    due === null || (state !== 'open' && state !== 'underWay')
      ? []
      : [{ date: due, kind: 'recommendation', number, text: texts.text.value, who: texts.who.value, late }],
  )
  return {
    today,
    meetings,
    due: [...promised, ...recommended].toSorted((a, b) => a.date.localeCompare(b.date)),
  }
}
