/** The description of the read API that other programs read, by the OpenAPI standard. */
export function openApi({ origin, board }: { readonly origin: string; readonly board: string }) {
  const text = (description: string, extra: object = {}) => ({
    description,
    schema: { type: 'string', ...extra },
  })
  const parameter = (name: string, of: { description: string; schema: object }, required = false) => ({
    name,
    in: 'query',
    required,
    ...of,
  })
  const parameters = [
    parameter(
      'metric',
      text('The id of a measure, as /metrics lists it.', { examples: ['da.crimes'] }),
      true,
    ),
    parameter(
      'grain',
      text('How long a period is.', {
        enum: ['month', 'quarter', 'financialYear', 'calendarYear'],
        default: 'month',
      }),
    ),
    parameter(
      'from',
      text('First month, YYYY-MM; without it, all that was supplied.', { pattern: monthPattern }),
    ),
    parameter('to', text('Last month, YYYY-MM, included.', { pattern: monthPattern })),
    parameter('areas', text('Area codes by comma; without it, the whole partnership.')),
    parameter('breakdown', text('Up to two dimensions by comma, as /metrics lists them; area is one.')),
    parameter('filters', text('Which records count: dimension:code,code;dimension:code.')),
    parameter(
      'transform',
      text('What is done to each period.', {
        enum: ['none', 'rolling3', 'rolling12', 'yearToDate'],
        default: 'none',
      }),
    ),
    parameter('basis', text('Counts, or rates per resident.', { enum: ['count', 'rate'], default: 'count' })),
    parameter('asAt', text('A submission’s number or a date: the figures as they were known then.')),
    parameter('edition', {
      description: 'The number of an edition: the figures as published.',
      schema: { type: 'integer', minimum: 1 },
    }),
  ]
  const bom = parameter(
    'bom',
    text('true begins the text with a byte order mark, for Excel.', {
      enum: ['true', 'false'],
      default: 'false',
    }),
  )
  const json = (description: string, schema: object = { type: 'object' }) => ({
    description,
    content: { 'application/json': { schema } },
  })
  const refusal = { $ref: '#/components/schemas/Refusal' }
  const refusals = {
    400: json('The question cannot be answered as asked.', refusal),
    401: json('No token, or one that is not valid any more.', refusal),
    403: json('The token may not read this.', refusal),
  }
  const get = (summary: string, rest: object) => ({ get: { summary, security: [{ token: [] }], ...rest } })
  return {
    openapi: '3.1.0',
    info: {
      title: 'Partnership performance dashboard: read API',
      version: '1',
      description: `Figures of the ${board}, read under the same roles and the same protection of small numbers as on the page.`,
    },
    servers: [{ url: `${origin}/api/v1` }],
    paths: {
      '/metrics': get('Every measure with its definition, unit, polarity and dimensions', {
        responses: {
          200: json('The catalogue.', { type: 'array', items: { type: 'object' } }),
          401: refusals[401],
        },
      }),
      '/series.json': get('A series with its points, intervals, statuses and notes', {
        parameters,
        responses: { 200: json('The series.', { $ref: '#/components/schemas/SeriesResult' }), ...refusals },
      }),
      '/series.csv': get('The same as a tidy table', {
        parameters: [...parameters, bom],
        responses: {
          200: {
            description: 'One row a period and line.',
            content: { 'text/csv': { schema: { type: 'string' } } },
          },
          ...refusals,
        },
      }),
      '/citation/{id}': get('A cited figure as it was, and what of it has been restated since', {
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: { type: 'string', pattern: '^[2-9a-hjkmnp-z]{10}$' },
          },
        ],
        responses: {
          200: json('The figure.'),
          403: refusals[403],
          404: json('Nothing was cited so.', refusal),
        },
      }),
    },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'Made under Your account.' } },
      schemas: {
        Refusal: { type: 'object', properties: { message: { type: 'string' } }, required: ['message'] },
        SeriesResult: seriesSchema,
      },
    },
  }
}

const monthPattern = '^\\d{4}-(0[1-9]|1[0-2])$'
const numberOrNull = { type: ['number', 'null'] }

const seriesSchema = {
  type: 'object',
  required: ['query', 'unit', 'measureLabel', 'series', 'position', 'synthetic', 'disclosure', 'notes'],
  properties: {
    query: { type: 'object' },
    unit: { type: 'string' },
    measureLabel: { type: 'string' },
    position: { type: 'integer', description: 'The newest submission that the figures include.' },
    synthetic: { type: 'boolean', description: 'Invented figures.' },
    disclosure: { enum: ['protected', 'unprotected'] },
    notes: { type: 'array', items: { type: 'string' } },
    series: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          key: { type: 'object', additionalProperties: { type: 'string' } },
          labels: { type: 'object', additionalProperties: { type: 'string' } },
          points: {
            type: 'array',
            items: {
              type: 'object',
              required: ['period', 'value', 'numerator', 'denominator', 'status'],
              properties: {
                period: { type: 'string' },
                value: numberOrNull,
                numerator: numberOrNull,
                denominator: numberOrNull,
                lower: { type: 'number' },
                upper: { type: 'number' },
                status: {
                  enum: [
                    'final',
                    'provisional',
                    'missing',
                    'incomplete',
                    'notAvailable',
                    'notApplicable',
                    'suppressed',
                  ],
                },
                reason: { type: 'string' },
              },
            },
          },
        },
      },
    },
  },
}
