import { may } from '../../shared/access/permission.ts'
import { readingsOf } from '../../shared/metrics/companionReadings.ts'
import type { Metric } from '../../shared/metrics/metric.ts'
import { questionName } from '../../shared/scrutiny/questionName.ts'
import { themeLabel } from '../../shared/metrics/themes.ts'
import type { Session } from '../trpc.ts'
import type { PaletteEntry } from './paletteEntry.ts'

interface Sources {
  readonly metrics: readonly Metric[]
  readonly session: Session | undefined
  readonly questions: readonly { readonly number: number; readonly text: string; readonly askedOf: string }[]
  readonly views: readonly { readonly name: string; readonly address: string }[]
}

/** Everything that can be jumped to: one's own views first, then measures, areas, questions and pages. */
export function paletteEntries({ metrics, session, questions, views }: Sources): PaletteEntry[] {
  const areas = session && session.partnership.areas.length > 1 ? session.partnership.areas : []
  return [
    ...views.map(({ name, address }): PaletteEntry => ({ label: name, kind: 'Saved view', address })),
    ...metrics.map((metric): PaletteEntry => ({
      label: metric.name,
      kind: 'Measure',
      address: `/metrics/${metric.id}`,
      words: `${metric.id} ${themeLabel(metric.theme)} ${metric.definition}`,
    })),
    ...areas.map(({ code, name }): PaletteEntry => ({
      label: name,
      kind: 'Area',
      address: `/areas/${code}`,
      words: code,
    })),
    ...metrics
      .filter(({ id }) => readingsOf(id).length > 0)
      .map(({ id, name }): PaletteEntry => ({
        label: `Is the change good news? ${name}`,
        kind: 'Question',
        address: `/compare?of=${id}`,
      })),
    ...questions.map(({ number, text, askedOf }): PaletteEntry => ({
      label: `${questionName(number)} ${text}`,
      kind: 'Question',
      address: `/scrutiny/questions/${number}`,
      words: askedOf,
    })),
    ...(session?.editions ?? []).map(({ number, title }): PaletteEntry => ({
      label: title,
      kind: 'Edition',
      address: `/editions/${number}`,
      words: `edition ${number} published`,
    })),
    { label: 'Overview', kind: 'Page', address: '/', words: 'what changed scorecard' },
    { label: 'All measures', kind: 'Page', address: '/metrics', words: 'catalogue definitions' },
    { label: 'Compare', kind: 'Page', address: '/compare', words: 'events training step side by side' },
    {
      label: 'Questions',
      kind: 'Page',
      address: '/scrutiny/questions',
      words: 'scrutiny ledger promises overdue',
    },
    {
      label: 'Recommendations and orders',
      kind: 'Page',
      address: '/scrutiny/recommendations',
      words: 'scrutiny inspectorate',
    },
    {
      label: 'Meetings and briefings',
      kind: 'Page',
      address: '/scrutiny/meetings',
      words: 'scrutiny calendar briefing',
    },
    { label: 'Editions', kind: 'Page', address: '/editions', words: 'published errata' },
    ...(session && may(session.viewer.role, 'data')
      ? [
          {
            label: 'Data',
            kind: 'Page' as const,
            address: '/data',
            words: 'submissions freshness missing late',
          },
        ]
      : []),
    { label: 'Accessibility', kind: 'Page', address: '/accessibility', words: 'conformance keyboard WCAG' },
  ]
}
