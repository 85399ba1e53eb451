import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import type { Partnership } from '../shared/partnership/partnership.ts'
import { parsePartnership } from '../shared/partnership/partnershipSchema.ts'
import { withStoredPopulations } from './populations.ts'
import { westYorkshire } from '../shared/partnership/westYorkshire.ts'
import { isLoopback } from './access/addresses.ts'
import { defaultLimits, type Limits } from './intake/limits.ts'

/** The organisation's own sign-in: any OpenID Connect provider, Microsoft Entra for one. */
export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What the button says: "Microsoft", "West Yorkshire Police". */
  readonly name: string
}

export interface SessionLimits {
  /** A session ends after so long, used or not. */
  readonly hours: number
  /** A session ends when nothing was asked for so long. */
  readonly idleMinutes: number
}

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
  /** The address people use, where a reverse proxy brings TLS; null where they use this machine's own. */
  readonly publicUrl: string | null
  /** Addresses whose forwarding headers are believed: the reverse proxy's; null believes none. */
  readonly trustedProxy: readonly string[] | null
  readonly session: SessionLimits
  readonly oidc: OidcSettings | null
  /** Encrypts second factors; null keeps one in the data folder. */
  readonly identityKey: Buffer | null
  /** Whether figures that people are likely to ask for are worked out before they do. */
  readonly lookAhead: boolean
  /** On how many processors the embedded records may work at once; null for all there are. */
  readonly recordsProcessors: number | null
  /** How much a file may ask of the machine. */
  readonly limits: Limits
}

const megabytes = z.coerce.number().min(1).max(100_000)

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4321),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  PARTNERSHIP: z.string().min(1).optional(),
  SAMPLE: z.enum(['synthetic', 'none']).default('synthetic'),
  PUBLIC_URL: z.string().transform(publicOrigin).optional(),
  TRUSTED_PROXY: z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .optional(),
  SESSION_HOURS: z.coerce.number().min(0.1).max(720).default(12),
  SESSION_IDLE_MINUTES: z.coerce.number().min(1).max(43_200).default(120),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60).default('your organisation'),
  LOOK_AHEAD: z.enum(['yes', 'no']).default('yes'),
  RECORDS_PROCESSORS: z.coerce.number().int().min(1).max(256).optional(),
  MAX_FILE_MB: megabytes.optional(),
  MAX_WORKBOOK_MB: megabytes.optional(),
  MAX_UNPACKED_MB: megabytes.optional(),
  MAX_ROWS: z.coerce.number().int().min(1).max(1_000_000_000).optional(),
  MAX_COLUMNS: z.coerce.number().int().min(1).max(100_000).optional(),
  IDENTITY_KEY: z
    .string()
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((key) => key.length === 32)
    .optional(),
})

/** What a setting has to be, for whoever set it otherwise. */
const wanted: Readonly<Record<string, string>> = {
  PORT: 'it is a whole number from 0 to 65535',
  HOST: 'it is an address or name of this machine',
  DATA_DIR: 'it is the path of a folder',
  DATABASE_URL: 'it begins with postgres://',
  PARTNERSHIP: 'it is the path of a definition',
  SAMPLE: 'it is “synthetic” or “none”',
  PUBLIC_URL: 'it is an address such as https://dashboard.example.org, without a path',
  TRUSTED_PROXY: 'it is one or more addresses, separated by commas',
  SESSION_HOURS: 'it is a number from 0.1 to 720',
  SESSION_IDLE_MINUTES: 'it is a number from 1 to 43200',
  OIDC_ISSUER: 'it is the address of the provider',
  OIDC_NAME: 'it has at most 60 characters',
  LOOK_AHEAD: 'it is “yes” or “no”',
  RECORDS_PROCESSORS: 'it is a whole number from 1 to 256',
  MAX_FILE_MB: 'it is a number of megabytes from 1 to 100000',
  MAX_WORKBOOK_MB: 'it is a number of megabytes from 1 to 100000',
  MAX_UNPACKED_MB: 'it is a number of megabytes from 1 to 100000',
  MAX_ROWS: 'it is a whole number of rows from 1',
  MAX_COLUMNS: 'it is a whole number of columns from 1 to 100000',
  IDENTITY_KEY: 'it is 32 random bytes in base64',
}

/** Settings that may lie in a file of their own, named by the setting with `_FILE`: secrets stay out of process lists. */
const mayLieInFile = ['DATABASE_URL', 'OIDC_CLIENT_SECRET', 'IDENTITY_KEY']

/** A setting that cannot be used, as a sentence for the person who set it. */
export class ConfigError extends Error {}

/** Reads the settings; throws ConfigError naming the setting when one cannot be used. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const present = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  for (const name of mayLieInFile) {
    const path = present[`${name}_FILE`]
    if (path !== undefined) present[name] = readSecret(name, path)
  }
  const parsed = environment.safeParse(present)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0])
    throw new ConfigError(`The setting ${name} cannot be used: ${wanted[name] ?? 'it is not valid'}.`)
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL, PARTNERSHIP, SAMPLE, ...access } = parsed.data
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
    publicUrl: access.PUBLIC_URL ?? null,
    trustedProxy: access.TRUSTED_PROXY ?? null,
    session: { hours: access.SESSION_HOURS, idleMinutes: access.SESSION_IDLE_MINUTES },
    oidc: oidcOf(access),
    identityKey: access.IDENTITY_KEY ?? null,
    lookAhead: access.LOOK_AHEAD === 'yes',
    recordsProcessors: access.RECORDS_PROCESSORS ?? null,
    limits: limitsOf(access),
  }
}

interface LimitVariables {
  readonly MAX_FILE_MB?: number | undefined
  readonly MAX_WORKBOOK_MB?: number | undefined
  readonly MAX_UNPACKED_MB?: number | undefined
  readonly MAX_ROWS?: number | undefined
  readonly MAX_COLUMNS?: number | undefined
}

function limitsOf(variables: LimitVariables): Limits {
  const { workbook } = defaultLimits
  const bytes = (megabytes: number | undefined, usual: number) =>
    megabytes === undefined ? usual : Math.round(megabytes * 1024 ** 2)
  return {
    ...defaultLimits,
    fileBytes: bytes(variables.MAX_FILE_MB, defaultLimits.fileBytes),
    rows: variables.MAX_ROWS ?? defaultLimits.rows,
    columns: variables.MAX_COLUMNS ?? defaultLimits.columns,
    workbook: {
      ...workbook,
      fileBytes: bytes(variables.MAX_WORKBOOK_MB, workbook.fileBytes),
      unpackedBytes: bytes(variables.MAX_UNPACKED_MB, workbook.unpackedBytes),
    },
  }
}

interface OidcVariables {
  readonly OIDC_ISSUER?: string | undefined
  readonly OIDC_CLIENT_ID?: string | undefined
  readonly OIDC_CLIENT_SECRET?: string | undefined
  readonly OIDC_NAME: string
}

function oidcOf(variables: OidcVariables): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = variables
  if (!issuer && !clientId && !clientSecret) return null
  if (!issuer || !clientId || !clientSecret) {
    throw new ConfigError(
      'Signing in through the organisation needs OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET together.',
    )
  }
  return { issuer, clientId, clientSecret, name: variables.OIDC_NAME }
}

function publicOrigin(text: string, context: z.RefinementCtx): string {
  const url = URL.parse(text)
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))
  if (url && secure && url.pathname === '/' && url.search === '') return url.origin
  context.addIssue({ code: 'custom', message: 'it is an https:// address without a path' })
  return z.NEVER
}

function readSecret(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    throw new ConfigError(`The file ${path} cannot be read. Check the path in ${name}_FILE.`)
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
