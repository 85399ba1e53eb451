import { spelling } from '../../../../shared/feeds/findCode.ts'
import type { Field } from '../../../../shared/feeds/feed.ts'
import { useSession } from '../../../parts/useSession.ts'
import type { Session } from '../../../trpc.ts'
import type { Profile, SampleColumn } from '../intakeClient.ts'
import { ruleOf, withMeaning } from './editProfile.ts'

interface Props {
  readonly column: SampleColumn
  readonly field: Pick<Field, 'type' | 'label'>
  readonly profile: Profile
  readonly onChange: (profile: Profile) => void
}

/** What each word of a column means: the words of the first rows, and those that the profile explains already. */
export function ValueMeanings({ column: { header, values }, field, profile, onChange }: Props) {
  const session = useSession()
  const explained = Object.entries(ruleOf(profile, header)?.values ?? {})
  const others = explained
    .map(([word]) => word)
    .filter((word) => !values.some((value) => spelling(value) === spelling(word)))
  const choices = choicesOf(field, session)
  return (
    <div className="values" role="group" aria-label={`What the words of ${header} mean`}>
      {[...values, ...others].map((word) => {
        const meaning = explained.find(([known]) => spelling(known) === spelling(word))?.[1]
        const label = `What ‘${word === '' ? 'blank' : word}’ means`
        const set = (text: string | null) => onChange(withMeaning(profile, header, { word, meaning: text }))
        return [
          <code key={`${word} word`}>{word === '' ? 'blank' : word}</code>,
          <span key={`${word} means`} className="mut">
            is
          </span>,
          choices === null ? (
            <input
              key={word}
              type="text"
              aria-label={label}
              placeholder="as it stands"
              defaultValue={meaning ?? ''}
              onBlur={({ target }) => set(target.value.trim() === '' ? null : target.value.trim())}
            />
          ) : (
            <select
              key={word}
              aria-label={label}
              value={meaning === undefined ? '\u0000' : meaning}
              onChange={({ target }) => set(target.value === '\u0000' ? null : target.value)}
            >
              <option value={'\u0000'}>as it stands</option>
              <option value="">not known</option>
              {meaning !== undefined && meaning !== '' && !choices.some(({ code }) => code === meaning) && (
                <option value={meaning}>{meaning}</option>
              )}
              {choices.map(({ code, label: words }) => (
                <option key={code} value={code}>
                  {words}
                </option>
              ))}
            </select>
          ),
        ]
      })}
    </div>
  )
}

interface Choice {
  readonly code: string
  readonly label: string
}

/** The values of a field that can be listed; null where it takes any text. */
function choicesOf({ type }: Pick<Field, 'type'>, session: Session | undefined): readonly Choice[] | null {
  switch (type.kind) {
    case 'code':
    case 'codes':
      return type.codes
    case 'flag':
      return [
        { code: 'yes', label: 'yes' },
        { code: 'no', label: 'no' },
      ]
    case 'area':
      return [
        ...(session?.partnership.areas.map(({ code, name }) => ({ code, label: name })) ?? []),
        { code: 'force-wide', label: session?.partnership.areaName ?? 'The whole partnership' },
        { code: 'not-placed', label: 'Not placed' },
      ]
    default:
      return null
  }
}
