import type { Code } from './feed.ts'

/** Sex of a victim as the sender recorded it. */
export const sexCodes: readonly Code[] = [
  { code: 'female', label: 'Female', aliases: ['F', 'woman', 'girl'] },
  { code: 'male', label: 'Male', aliases: ['M', 'man', 'boy'] },
  { code: 'other', label: 'Other', aliases: ['X', 'indeterminate', 'non-binary', 'transgender', 'intersex'] },
  {
    code: 'not-known',
    label: 'Not known',
    aliases: ['U', 'unknown', 'not specified', 'not specified or unknown', 'not stated'],
  },
]
