import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import type { Partnership } from '../shared/partnership/partnership.ts'
import { parsePartnership } from '../shared/partnership/partnershipSchema.ts'
import { withStoredPopulations } from './populations.ts'
import { westYorkshire } from '../shared/partnership/westYorkshire.ts'

/** How this installation runs; read once from the environment. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Holds the workspace, records, archive, staging and keys. */
  readonly dataDir: string
  /** A PostgreSQL address that holds both stores, or null for the embedded ones. */
  readonly databaseUrl: string | null
  readonly partnership: Partnership
  /** Whether an empty installation starts with labelled sample data. */
  readonly sample: 'synthetic' | 'none'
}

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4321),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL begins with postgres://')
    .optional(),
  PARTNERSHIP: z.string().min(1).optional(),
  SAMPLE: z.enum(['synthetic', 'none']).default('synthetic'),
})

/** A setting that cannot be used, as a sentence for the person who set it. */
export class ConfigError extends Error {}

/** Reads the settings; throws ConfigError naming the setting when one cannot be used. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const present = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = environment.safeParse(present)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new ConfigError(
      `The setting ${String(issue?.path[0])} cannot be used: ${issue?.message ?? 'not valid'}.`,
    )
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL, PARTNERSHIP, SAMPLE } = parsed.data
  return {
    port: PORT,
    host: HOST,
    dataDir: resolve(DATA_DIR),
    databaseUrl: DATABASE_URL ?? null,
    partnership: withPopulations(
      PARTNERSHIP ? readPartnership(PARTNERSHIP) : westYorkshire,
      resolve(DATA_DIR),
    ),
    // The sample is invented for one partnership; another one starts empty.
    sample: PARTNERSHIP ? 'none' : SAMPLE,
  }
}

function withPopulations(partnership: Partnership, dataDir: string): Partnership {
  try {
    return withStoredPopulations(partnership, dataDir)
  } catch {
    throw new ConfigError(
      `A population release in ${dataDir}/populations cannot be read. Remove it and take the file in again.`,
    )
  }
}

function readPartnership(path: string): Partnership {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new ConfigError(`The partnership definition ${path} cannot be read. Check the path in PARTNERSHIP.`)
  }
  const parsed = parsePartnership(text)
  if (!parsed.ok)
    throw new ConfigError(`The partnership definition ${path} cannot be used. ${parsed.problems.join(' ')}`)
  return parsed.partnership
}
