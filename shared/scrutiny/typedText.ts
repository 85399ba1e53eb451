import { z } from 'zod'

// Tabs and line ends are typed on purpose; other control characters and those that turn the direction of writing are not.
// oxlint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/

/** A sentence for whoever typed a text that cannot be kept; null where it can. */
function unwritableText(name: string, text: string): string | null {
  return unwritable.test(text)
    ? `${name} holds a character that cannot be seen or printed. Type that part again by hand.`
    : null
}

interface Limits {
  readonly most: number
  /** Whether it has to say something; it has unless stated. */
  readonly needed?: boolean
}

/**
 * A text that a person types: of a length, with line ends as `\n`, in one form for each accent, without characters that
 * cannot be seen. It stays plain text wherever it is shown.
 */
export function typedText(name: string, { most, needed = true }: Limits) {
  return z
    .string()
    .transform((text) => text.replaceAll(/\r\n?/g, '\n').normalize('NFC').trim())
    .superRefine((text, context) => {
      const invisible = unwritableText(name, text)
      if (invisible) context.addIssue({ code: 'custom', message: invisible })
      if (text.length > most)
        context.addIssue({
          code: 'custom',
          message: `${name} has ${text.length.toLocaleString('en-GB')} characters; ${most.toLocaleString('en-GB')} are kept.`,
        })
      if (needed && text === '') context.addIssue({ code: 'custom', message: `${name} is still empty.` })
    })
}
