import '../../styles/panels.css'
import '../../styles/compare.css'
import { useState } from 'react'
import type { SeriesResult } from '../../../shared/series/series.ts'
import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import { PairKey, PairPanel } from '../../charts/pairPanel/PairPanel.tsx'
import { additive } from '../../../shared/figures/additive.ts'
import { pairPanels, type PairPanel as Panel } from '../../../shared/figures/pairPanels.ts'
import { pairTicks } from '../../../shared/figures/pairTicks.ts'
import { provisionalSentence } from '../../../shared/figures/provisionalSentence.ts'
import type { TwoDimensions } from '../../../shared/figures/twoDimensions.ts'
import { formatSpan } from '../../../shared/figures/formatSpan.ts'
import { formatValue, type Measured } from '../../../shared/figures/formatValue.ts'
import { areaName, figureSource, figureState } from '../../../shared/figures/figureText.ts'
import { unitWords } from '../../../shared/figures/unitWords.ts'
import { OnceVisible } from '../../parts/OnceVisible.tsx'
import { ScrollBox } from '../../parts/ScrollBox.tsx'
import { StatusMarker } from '../../parts/StatusMarker.tsx'

interface Props extends TwoDimensions {
  readonly view: 'lines' | 'stacked'
}

/** Two dimensions over time: a panel for each value of the first, the largest values of the second in each. */
export function BreakdownPairs({ page, parts, first, second, view, top, share }: Props) {
  const [table, setTable] = useState(false)
  const adds = additive(page.metric)
  const shared = share && adds
  const stacked = view === 'stacked' && adds
  const measured: Measured = shared
    ? { unit: 'percent' }
    : { unit: page.metric.unit, basis: parts.query.basis }
  const { grain } = parts.query
  const panels = pairPanels(parts, { first: first.name, second: second.name, top, share, additive: adds })
  const periods = parts.series[0]?.points.map(({ period }) => period) ?? []
  const drawn = panels.map(({ lines }) =>
    lines.map(({ labels, points }) => ({
      name: labels[second.name] ?? '',
      values: points.map(({ value }) => value),
      provisional: points.map(({ status }) => status === 'provisional'),
    })),
  )
  const ticks = pairTicks(drawn, stacked)
  const names = drawn[0]?.map(({ name }) => name) ?? []
  const unit = shared ? 'share of each panel' : unitWords(page.metric, parts.query.basis)
  const provisional = provisionalSentence(parts)
  const [from, to] = [periods[0], periods.at(-1)]
  const say = (value: number) => formatValue(value, measured)
  return (
    <figure className="fig">
      <h2 className="figh">
        {first.label} by {second.label.toLowerCase()} over time, {stacked ? 'stacked' : 'as lines'} on one
        scale
      </h2>
      <p className="sub">
        {page.metric.name}
        {unit === '' ? '' : `, ${unit}`}, {areaName(parts)}
        {from && to ? `, ${formatSpan(from, to, grain)}` : ''}
      </p>
      <PairKey names={names} stacked={stacked} />
      <div className="mult">
        {panels.map((panel, index) => (
          <section key={panel.code} aria-label={panel.name}>
            <h3>{panel.name}</h3>
            <OnceVisible>
              <PairPanel
                lines={drawn[index] ?? []}
                periods={periods}
                grain={grain}
                ticks={ticks}
                stacked={stacked}
                format={say}
                label={`${panel.name}: ${page.metric.name} over time by ${second.label.toLowerCase()}; the table holds the figures`}
              />
            </OnceVisible>
          </section>
        ))}
      </div>
      <p className="more noprint">
        <button type="button" className="link" aria-expanded={table} onClick={() => setTable(!table)}>
          {table ? 'Put the table away' : 'Show these figures as a table'}
        </button>
      </p>
      {table && <PairTable panels={panels} second={second.name} say={say} what={{ first, grain }} />}
      <figcaption className="src">
        <span>
          {parts.notes.join(' ')}{' '}
          {stacked
            ? `A period in which a part is missing or hidden has no bar. ${provisional ?? ''} `
            : 'Hollow points are provisional. '}
          <b>Source.</b> {figureSource(page)} {figureState(page)}
        </span>
      </figcaption>
    </figure>
  )
}

interface TableProps {
  readonly panels: readonly Panel[]
  readonly second: string
  readonly say: (value: number) => string
  readonly what: {
    readonly first: Props['first']
    readonly grain: SeriesResult['query']['grain']
  }
}

function PairTable({ panels, second, say, what: { first, grain } }: TableProps) {
  return (
    <ScrollBox label="Figures of every panel">
      <table className="plain sticky">
        <thead>
          <tr>
            <th scope="col">{first.label}</th>
            <th scope="col">Period</th>
            {panels[0]?.lines.map(({ key, labels }) => (
              <th scope="col" className="r" key={key[second]}>
                {labels[second]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {panels.flatMap(({ code, name, lines }) =>
            (lines[0]?.points ?? []).toReversed().map(({ period }) => (
              <tr key={`${code} ${period}`}>
                <th scope="row">{name}</th>
                <td className="nb">{periodLabel(period, grain)}</td>
                {lines.map(({ key, points }) => {
                  const point = points.find((each) => each.period === period)
                  return (
                    <td className="r" key={key[second]}>
                      {point?.value == null ? (
                        <StatusMarker status={point?.status ?? 'missing'} reason={point?.reason} />
                      ) : (
                        say(point.value)
                      )}
                    </td>
                  )
                })}
              </tr>
            )),
          )}
        </tbody>
      </table>
    </ScrollBox>
  )
}
