import { spelling } from '../../../../shared/feeds/findCode.ts'
import type { Profile } from '../intakeClient.ts'
import { ruleOf, withLayout } from './editProfile.ts'

/** How a column is made of others: their texts with something between, or their figures added up. */
export type Making = { readonly how: 'join'; readonly separator: string } | { readonly how: 'sum' }

/** A column made of others, which can then be read into a field like any column of the file. */
export function withMade(profile: Profile, columns: readonly string[], making: Making): Profile {
  const into = columns.join(making.how === 'join' ? ' and ' : ' plus ')
  const plain = withoutMade(profile, into)
  const { join = [], sum = [] } = plain.layout ?? {}
  return making.how === 'join'
    ? withLayout(plain, { join: [...join, { into, columns, separator: making.separator }] })
    : withLayout(plain, { sum: [...sum, { into, columns }] })
}

/** Takes a made column away, and with it whatever is read from it or made of it. */
export function withoutMade(profile: Profile, into: string): Profile {
  const { join = [], sum = [] } = profile.layout ?? {}
  const rest = <T extends { readonly into: string }>(made: readonly T[]) =>
    made.filter((each) => each.into !== into)
  if (rest(join).length === join.length && rest(sum).length === sum.length) return profile
  const without = withLayout(
    {
      ...profile,
      columns: profile.columns.filter(
        ({ headers }) => !headers.some((header) => spelling(header) === spelling(into)),
      ),
    },
    { join: rest(join), sum: rest(sum) },
  )
  const orphan = [...(without.layout?.join ?? []), ...(without.layout?.sum ?? [])].find(({ columns }) =>
    columns.includes(into),
  )
  return orphan === undefined ? without : withoutMade(without, orphan.into)
}

/** Whether the cells of a column are lists, "['a', 'b']", to be taken apart. */
export function withList(profile: Profile, column: string, isList: boolean): Profile {
  const others = (profile.layout?.lists ?? []).filter((name) => name !== column)
  return withLayout(profile, { lists: isList ? [...others, column] : others })
}

/** Whether a column belongs to those that together name one figure, so that two rows of the same are refused. */
export function withUnique(profile: Profile, column: string, belongs: boolean): Profile {
  const others = (profile.layout?.unique ?? []).filter((name) => name !== column)
  return withLayout(profile, { unique: belongs ? [...others, column] : others })
}

/** The text put before every value of a column that is not blank; blank puts nothing. */
export function withPrefix(profile: Profile, header: string, prefix: string): Profile {
  const own = ruleOf(profile, header)
  return {
    ...profile,
    columns: profile.columns.map((rule) => {
      if (rule !== own) return rule
      const { prefix: _, ...rest } = rule
      return prefix === '' ? rest : { ...rest, prefix }
    }),
  }
}
