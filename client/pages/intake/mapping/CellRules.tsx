import '../../../styles/choices.css'
import { ruleOf } from './editProfile.ts'
import { withList, withPrefix, withUnique } from './editLayout.ts'
import type { MappingPart } from './mappingPart.ts'

/** What holds for the cells of a column: lists to take apart, a text put before each, and which name one figure. */
export function CellRules({ profile, feed, sample, onChange }: MappingPart) {
  const { lists = [], unique = [] } = profile.layout ?? {}
  const columns = sample.columns.filter(
    ({ header }, index, all) => header !== '' && all.findIndex((each) => each.header === header) === index,
  )
  const labelOf = (name: string) => feed.fields.find((field) => field.name === name)?.label ?? name
  // What the profile names and this file does not have stays, and can be taken away.
  const names = [...new Set([...columns.map(({ header }) => header), ...unique])]
  const labels = columns.flatMap(({ header }) => {
    const rule = ruleOf(profile, header)
    const type = feed.fields.find(({ name }) => name === rule?.field)?.type
    return rule !== undefined && type?.kind === 'label' ? [{ header, prefix: rule.prefix ?? '' }] : []
  })
  return (
    <div>
      <h3 className="h3">What cells hold</h3>
      <fieldset className="plainset picks">
        <legend className="kick">Lists in one cell, taken apart</legend>
        {columns.map(({ header }) => (
          <label className="opt" key={header}>
            <input
              type="checkbox"
              checked={lists.includes(header)}
              onChange={({ target }) => onChange(withList(profile, header, target.checked))}
            />
            {header}
          </label>
        ))}
      </fieldset>
      <fieldset className="plainset picks">
        <legend className="kick">Two rows with the same of these are refused</legend>
        {names.map((name) => (
          <label className="opt" key={name}>
            <input
              type="checkbox"
              checked={unique.includes(name)}
              onChange={({ target }) => onChange(withUnique(profile, name, target.checked))}
            />
            {labelOf(name)}
          </label>
        ))}
      </fieldset>
      {labels.length > 0 && (
        <fieldset className="plainset picks">
          <legend className="kick">Text put before every value</legend>
          {labels.map(({ header, prefix }) => (
            <label className="choice" key={header}>
              <span className="fl">{header}</span>
              <input
                type="text"
                maxLength={80}
                value={prefix}
                onChange={({ target }) => onChange(withPrefix(profile, header, target.value))}
              />
            </label>
          ))}
        </fieldset>
      )}
    </div>
  )
}
