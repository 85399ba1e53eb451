import { useState } from 'react'
import type { Field } from '../../../../shared/feeds/feed.ts'
import { ScrollBox } from '../../../parts/ScrollBox.tsx'
import type { SampleColumn } from '../intakeClient.ts'
import { ruleOf, withDates, withField } from './editProfile.ts'
import type { MappingPart } from './mappingPart.ts'
import { ValueMeanings } from './ValueMeanings.tsx'

const dateForms = [
  { form: '', words: 'As written here: 2024-05-14, 14/05/2024, May 2024' },
  { form: 'monthFirst', words: 'Month first: 05/14/2024' },
  { form: 'compact', words: 'Without strokes: 20240514' },
  { form: 'excelDays', words: 'A spreadsheet’s days: 45426' },
] as const

/** Which column is read into which field, what its words mean, and how its dates are written. */
export function ColumnsTable({ profile, feed, sample, onChange }: MappingPart) {
  const [open, setOpen] = useState<string | null>(null)
  const fields = [...feed.fields, ...(feed.fields.some(({ name }) => name === 'agency') ? [] : [agencyField])]
  return (
    <div>
      <h3 className="h3">Columns</h3>
      <ScrollBox label="Columns and their fields">
        <table className="plain">
          <caption className="sr">Columns of the file and the fields they are read into</caption>
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Is read as</th>
              <th scope="col">Holds, for example</th>
              <th scope="col">Its words</th>
            </tr>
          </thead>
          <tbody>
            {sample.columns.map((column, index) => {
              const { header, personal } = column
              const rule = ruleOf(profile, header)
              const field = fields.find(({ name }) => name === rule?.field)
              const isOpen = open === header && field !== undefined
              return [
                <tr key={`${header} ${index}`}>
                  <th scope="row">{header === '' ? <span className="mut">(blank)</span> : header}</th>
                  <td>
                    <select
                      aria-label={`${header} is read as`}
                      value={rule?.field ?? ''}
                      disabled={header === ''}
                      onChange={({ target }) =>
                        onChange(withField(profile, header, target.value === '' ? null : target.value))
                      }
                    >
                      <option value="">Left unread</option>
                      {fields.map(({ name, label, required }) => (
                        <option key={name} value={name}>
                          {label}
                          {required ? ' *' : ''}
                        </option>
                      ))}
                    </select>
                    {field?.type.kind === 'date' && (
                      <select
                        aria-label={`How ${header} writes dates`}
                        value={rule?.dates ?? ''}
                        onChange={({ target }) => {
                          const chosen = dateForms.find(({ form }) => form === target.value)?.form ?? ''
                          onChange(withDates(profile, header, chosen === '' ? null : chosen))
                        }}
                      >
                        {dateForms.map(({ form, words }) => (
                          <option key={form} value={form}>
                            {words}
                          </option>
                        ))}
                      </select>
                    )}
                  </td>
                  <td>
                    {personal ? (
                      <span className="mut">looks like personal data: not shown</span>
                    ) : (
                      examples(column)
                    )}
                  </td>
                  <td>
                    {field && hasWords(field) && (
                      <button
                        type="button"
                        className="link"
                        aria-expanded={isOpen}
                        onClick={() => setOpen(isOpen ? null : header)}
                      >
                        {Object.keys(rule?.values ?? {}).length === 0
                          ? 'Say what words mean'
                          : `${Object.keys(rule?.values ?? {}).length} explained`}
                      </button>
                    )}
                  </td>
                </tr>,
                isOpen && (
                  <tr key={`${header} ${index} words`}>
                    <td colSpan={4}>
                      <ValueMeanings column={column} field={field} profile={profile} onChange={onChange} />
                    </td>
                  </tr>
                ),
              ]
            })}
          </tbody>
        </table>
      </ScrollBox>
      <p className="kick more">
        * asked for by the feed {feed.label.toLowerCase()}
        {stillNeeded(feed.fields, [
          ...profile.columns.map(({ field }) => field),
          ...Object.keys(profile.constants),
        ])}
      </p>
    </div>
  )
}

/** Whose record a row is, which a file of any feed may say. */
const agencyField: Pick<Field, 'name' | 'label' | 'type' | 'required'> = {
  name: 'agency',
  label: 'Agency',
  type: { kind: 'label', maxLength: 120 },
}

function hasWords({ type }: Pick<Field, 'type'>): boolean {
  return ['area', 'code', 'codes', 'flag', 'label'].includes(type.kind)
}

function examples({ values }: SampleColumn): string {
  const filled = values.filter((value) => value !== '')
  return filled.slice(0, 3).join('; ') + (filled.length > 3 ? ' …' : '')
}

function stillNeeded(fields: readonly Field[], given: readonly string[]): string {
  const missing = fields.filter(({ name, required }) => required === true && !given.includes(name))
  return missing.length === 0 ? '.' : `; not given so far: ${missing.map(({ label }) => label).join(', ')}.`
}
