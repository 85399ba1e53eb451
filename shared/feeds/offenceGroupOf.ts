import { codesBySpelling, spelling } from './findCode.ts'
import { offenceCodes } from './offenceCodes.ts'
import { offenceGroups } from './offenceGroups.ts'

const byCode = new Map(offenceCodes.map((offence) => [offence.code, offence.group]))
const byCategory = codesBySpelling(offenceGroups)

/**
 * The group of an offence: from its Home Office code where the list has it, else from the publisher's category.
 * Null where neither is known; the row is then shown under "not known", never dropped.
 */
export function offenceGroupOf(offenceCode: string | null, sourceCategory: string | null): string | null {
  const known = offenceCode === null ? undefined : byCode.get(offenceCode.trim().toUpperCase())
  if (known !== undefined) return known
  return sourceCategory === null ? null : (byCategory.get(spelling(sourceCategory)) ?? null)
}
