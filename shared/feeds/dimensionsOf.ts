import type { Code, Feed, Field } from './feed.ts'

const flags: readonly Code[] = [
  { code: 'true', label: 'Yes' },
  { code: 'false', label: 'No' },
]

/** One value of one dimension. */
interface OneValue {
  readonly dimension: string
  readonly code: string
}

interface Dimension {
  readonly name: string
  readonly label: string
  readonly codes: readonly Code[]
}

interface Dimensions {
  readonly all: readonly Dimension[]
  /** One value in words; null for the whole. */
  readonly labelOf: (only: OneValue | undefined) => string | null
}

/** The values by which records of a feed may be singled out. */
export function dimensionsOf({ fields }: Pick<Feed, 'fields'>): Dimensions {
  const all = fields
    .map((field) => ({ name: field.name, label: field.label, codes: codesOf(field) }))
    .filter(({ codes }) => codes.length > 0)
  return {
    all,
    labelOf(only) {
      if (only === undefined) return null
      const dimension = all.find(({ name }) => name === only.dimension)
      const code = dimension?.codes.find((each) => each.code === only.code)
      if (dimension === undefined || code === undefined) return `${only.dimension}: ${only.code}`
      return code.code === 'true' || code.code === 'false' ? `${dimension.label}: ${code.label}` : code.label
    },
  }
}

function codesOf({ type }: Field): readonly Code[] {
  if (type.kind === 'code' || type.kind === 'codes') return type.codes
  return type.kind === 'flag' ? flags : []
}
