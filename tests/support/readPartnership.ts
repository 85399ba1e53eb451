import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Partnership } from '../../shared/partnership/partnership.ts'
import { parsePartnership } from '../../shared/partnership/partnershipSchema.ts'
import { root } from '../../tasks/run.ts'

/** One of the example partnerships of the documentation. */
export function readPartnership(name: string): Partnership {
  const parsed = parsePartnership(readFileSync(join(root, 'docs', 'partnerships', `${name}.json`), 'utf8'))
  if (!parsed.ok) throw new Error(parsed.problems.join(' '))
  return parsed.partnership
}
