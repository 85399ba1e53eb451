import { z } from 'zod'
import { spelling } from '../feeds/findCode.ts'
import { metricById, metrics as catalogue } from '../metrics/catalogue.ts'
import { matchesMetric } from '../metrics/matchesMetric.ts'
import type { Partnership } from './partnership.ts'

const text = z.string().trim().min(1, 'must not be empty')
const aliases = z.array(text).default([])
const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens')
const areaCode = z
  .string()
  .regex(/^[A-Za-z0-9-]{2,20}$/, 'must be a code of letters and digits, such as E08000035')
const year = z.string().regex(/^(19|20)\d\d$/, 'must be a year')

const place = z.int().min(0).max(40)

const area = z.strictObject({
  code: areaCode,
  name: text,
  aliases,
  tile: z.strictObject({ column: place, row: place }).optional(),
})

const ring = z.array(z.array(z.number()).min(2)).min(4, 'a ring has at least four points')
const polygon = z.array(ring).min(1)

/** A GeoJSON feature collection whose features carry an area's code in their properties; all else in it is left out. */
const boundaries = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        properties: z.object({ code: areaCode }),
        geometry: z.discriminatedUnion('type', [
          z.object({ type: z.literal('Polygon'), coordinates: polygon }),
          z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1) }),
        ]),
      }),
    ),
  })
  .transform(({ features }) =>
    features.map(({ properties, geometry }) => ({ code: properties.code, geometry })),
  )

const due = z.strictObject({
  every: z.literal([1, 3, 6, 12]).default(1),
  ending: z.int().min(1).max(12).default(12),
  monthsAfter: z.int().min(0).max(24),
  day: z.int().min(1).max(31),
})

const agency = z.strictObject({
  id,
  name: text,
  sector: z.enum([
    'police',
    'council',
    'health',
    'probation',
    'charity',
    'commissioner',
    'government',
    'other',
  ]),
  areas: z.array(areaCode).default([]),
  feeds: z.array(z.enum(['crime', 'intelligence', 'nrm', 'attendance', 'returns'])).default([]),
  aliases,
  due: z
    .strictObject({ crime: due, intelligence: due, nrm: due, attendance: due, returns: due })
    .partial()
    .optional(),
})

/** One release of population estimates, as a definition or the data folder holds it. */
export const populationRelease = z.strictObject({
  release: text,
  source: text,
  persons: z.record(areaCode, z.record(year, z.int().min(0, 'must not be negative'))),
})

const publishedGrain = z.enum(['month', 'quarter', 'financialYear', 'none'])

const level = z.strictObject({
  threshold: z.int().min(0).max(100),
  suppressZero: z.boolean(),
  rounding: z.int().min(1).max(100),
})

/** A partnership definition as a file holds it; what may be left out has its default here. */
const partnershipSchema = z
  .strictObject({
    id,
    name: text,
    board: text,
    code: areaCode,
    areaName: text,
    aliases,
    areas: z.array(area).min(1, 'must hold at least one area').max(500, 'must hold at most 500 areas'),
    areaNoun: z.strictObject({ one: text, many: text }).default({ one: 'district', many: 'districts' }),
    agencies: z.array(agency).default([]),
    populations: z.array(populationRelease).default([]),
    aims: z.array(z.strictObject({ id, name: text, metrics: z.array(text) })).default([]),
    accountable: z
      .array(
        z.strictObject({
          id,
          name: text,
          metrics: z.array(text).min(1, 'must name at least one metric'),
          areas: z.array(areaCode).optional(),
        }),
      )
      .optional(),
    targets: z
      .array(
        z.strictObject({
          metric: text,
          area: areaCode.optional(),
          aim: z.enum(['atLeast', 'atMost']),
          value: z.number(),
          by: z
            .string()
            .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month, YYYY-MM')
            .optional(),
          reason: text,
        }),
      )
      .optional(),
    disclosure: z
      .strictObject({
        ...level.shape,
        roles: z.strictObject({ viewer: level.partial(), scrutiny: level.partial() }).partial().optional(),
        outputs: z.strictObject({ screen: level.partial(), export: level.partial() }).partial().optional(),
        floor: publishedGrain.optional(),
        mostHidden: z.number().min(0).max(1).optional(),
        tables: z
          .record(
            text,
            z.strictObject({
              breakdowns: z.array(text).optional(),
              whole: publishedGrain.optional(),
              areas: publishedGrain.optional(),
              threshold: z.int().min(0).max(100).optional(),
            }),
          )
          .optional(),
      })
      .default({ threshold: 5, suppressZero: false, rounding: 1 }),
    due: due.optional(),
    boundaries: boundaries.optional(),
  })
  .superRefine((partnership, context) => {
    for (const message of contradictions(partnership)) context.addIssue({ code: 'custom', message, path: [] })
  })

/** What reading a definition gave: the partnership, or every problem as a sentence. */
export type ParsedPartnership =
  | { readonly ok: true; readonly partnership: Partnership }
  | { readonly ok: false; readonly problems: readonly string[] }

/** Reads the text of a partnership definition (JSON). Never throws: what is wrong comes back as sentences that say where. */
export function parsePartnership(json: string): ParsedPartnership {
  let definition: unknown
  try {
    definition = JSON.parse(json)
  } catch (error) {
    return {
      ok: false,
      problems: [`The file is not JSON: ${error instanceof Error ? error.message : String(error)}.`],
    }
  }
  const parsed = partnershipSchema.safeParse(definition)
  if (parsed.success) return { ok: true, partnership: parsed.data }
  return { ok: false, problems: parsed.error.issues.map(sentence) }
}

function sentence({
  path,
  message,
}: {
  readonly path: readonly PropertyKey[]
  readonly message: string
}): string {
  if (path.length === 0) return message.endsWith('.') ? message : `${message}.`
  const where = path.map((step) => (typeof step === 'number' ? `[${step + 1}]` : `.${String(step)}`)).join('')
  return `${where.slice(1)}: ${message}.`
}

function contradictions(partnership: Partnership): string[] {
  const codes = new Set(partnership.areas.map(({ code }) => code))
  const found = [
    ...repeated(partnership.areas.map(({ code }) => code)).map((code) => `Two areas have the code ${code}.`),
    ...repeated(partnership.areas.flatMap(namesOf)).map((name) => `Two areas are called ${name}.`),
    ...repeated(partnership.agencies.map((agency) => agency.id)).map(
      (agency) => `Two agencies have the id ${agency}.`,
    ),
  ]
  if (codes.has(partnership.code))
    found.push(`The whole partnership and one of its areas have the code ${partnership.code}.`)
  for (const { name, areas } of partnership.agencies) {
    for (const code of areas)
      if (!codes.has(code)) found.push(`${name} answers for ${code}, which is not an area.`)
  }
  for (const { release, persons } of partnership.populations) {
    for (const code of codes)
      if (persons[code] === undefined)
        found.push(`The population release ${release} has no figures for ${code}.`)
  }
  for (const [id, { breakdowns }] of Object.entries(partnership.disclosure.tables ?? {})) {
    const metric = metricById(id)
    if (metric === null) found.push(`The disclosure policy names the metric ${id}, which does not exist.`)
    for (const name of breakdowns ?? []) {
      if (metric !== null && !metric.breakdowns.includes(name))
        found.push(`The disclosure policy publishes ${id} by ${name}, by which it is not broken down.`)
    }
  }
  found.push(...scrutinyContradictions(partnership, codes))
  for (const { name, metrics } of partnership.aims) {
    for (const metric of metrics) {
      if (metricById(metric) === null)
        found.push(`The aim "${name}" names the metric ${metric}, which does not exist.`)
    }
  }
  return found
}

function scrutinyContradictions(
  { code: whole, accountable = [], targets = [] }: Partnership,
  codes: ReadonlySet<string>,
): string[] {
  const found = repeated(accountable.map((body) => body.id)).map(
    (body) => `Two accountable bodies have the id ${body}.`,
  )
  for (const { name, metrics, areas = [] } of accountable) {
    for (const metric of metrics)
      if (!catalogue.some((each) => matchesMetric(metric, each.id)))
        found.push(`${name} answers for ${metric}, which no metric is called.`)
    for (const code of areas)
      if (!codes.has(code)) found.push(`${name} answers for ${code}, which is not an area.`)
  }
  for (const { metric, area = whole } of targets) {
    if (metricById(metric) === null) found.push(`A target names the metric ${metric}, which does not exist.`)
    if (area !== whole && !codes.has(area)) found.push(`A target names ${area}, which is not an area.`)
  }
  return found
}

function namesOf({
  name,
  aliases: others,
}: {
  readonly name: string
  readonly aliases: readonly string[]
}): string[] {
  return [...new Set([name, ...others].map(spelling))]
}

function repeated(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((one, index) => texts.indexOf(one) !== index))]
}
