import { useQuery } from '@tanstack/react-query'
import { useId, type Dispatch } from 'react'
import { api } from '../../trpc.ts'
import type { AgencyChoice, Sample } from './intakeClient.ts'
import type { IntakeAction, IntakeState } from './intakeState.ts'

interface Props {
  readonly state: IntakeState
  readonly sample: Sample | undefined
  readonly dispatch: Dispatch<IntakeAction>
  readonly onCheck: () => void
}

/** Whose records they are, which months they are complete for, when they were known, and whether they replace or amend. */
export function WhatItIs({ state, sample, dispatch, onCheck }: Props) {
  const id = useId()
  const agencies = useQuery(api.intake.agencies.queryOptions()).data ?? []
  const set = (change: Partial<IntakeState>) => dispatch({ set: change })
  const mustChoose = sample?.agency.kind === 'ask' && state.agency === null
  const isReady = sample !== undefined && sample.problem === null && !mustChoose
  return (
    <section className="sect" aria-labelledby={`${id}-what`}>
      <h2 className="h2" id={`${id}-what`}>
        What it is
      </h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onCheck()
        }}
      >
        <div className="fieldrow">
          <div className="ifield wide">
            <label htmlFor={`${id}-agency`}>Whose records</label>
            <AgencySelect
              id={`${id}-agency`}
              agencies={agencies}
              state={state}
              sample={sample}
              onChoose={(agency) => set({ agency })}
            />
            <small>{agencyWords(sample)}</small>
          </div>
          <div className="ifield">
            <label htmlFor={`${id}-from`}>First month</label>
            <input
              id={`${id}-from`}
              type="month"
              value={state.from}
              onChange={(event) => set({ from: event.target.value })}
            />
            <small>Blank: found from the rows</small>
          </div>
          <div className="ifield">
            <label htmlFor={`${id}-to`}>Last month</label>
            <input
              id={`${id}-to`}
              type="month"
              value={state.to}
              onChange={(event) => set({ to: event.target.value })}
            />
            <small>State both for months without rows</small>
          </div>
          <div className="ifield">
            <label htmlFor={`${id}-known`}>Known as at</label>
            <input
              id={`${id}-known`}
              type="date"
              value={state.asAt}
              onChange={(event) => set({ asAt: event.target.value })}
            />
            <small>Blank: today</small>
          </div>
        </div>
        <div className="fieldrow">
          <fieldset className="ifield wide">
            <legend>What is held for these months</legend>
            <label className="opt">
              <input
                type="radio"
                name={`${id}-mode`}
                checked={state.mode === 'replace'}
                onChange={() => set({ mode: 'replace' })}
              />
              is replaced: the file is complete for its months
            </label>
            <label className="opt">
              <input
                type="radio"
                name={`${id}-mode`}
                checked={state.mode === 'amend'}
                onChange={() => set({ mode: 'amend' })}
              />
              is amended: only the records in the file change
            </label>
          </fieldset>
          <div className="ifield wide">
            <label htmlFor={`${id}-reason`}>Why figures change</label>
            <input
              id={`${id}-reason`}
              type="text"
              maxLength={500}
              value={state.reason}
              onChange={(event) => set({ reason: event.target.value })}
            />
            <small>Shown beside every figure that does; may be left blank</small>
          </div>
        </div>
        <div className="row">
          <button type="submit" className="btn pri" disabled={!isReady}>
            Check the whole file
          </button>
          <span className="mut">
            {mustChoose
              ? 'Choose whose records these are first.'
              : 'Reads every row and compares it with what is held. Nothing is stored.'}
          </span>
        </div>
      </form>
    </section>
  )
}

interface SelectProps {
  readonly id: string
  readonly agencies: readonly AgencyChoice[]
  readonly state: IntakeState
  readonly sample: Sample | undefined
  readonly onChoose: (agency: string | null) => void
}

function AgencySelect({ id, agencies, state, sample, onChoose }: SelectProps) {
  const feed = state.profile?.feed
  const sends = agencies.filter(({ feeds }) => feed !== undefined && feeds.includes(feed))
  const others = agencies.filter((agency) => !sends.includes(agency))
  const likely = sample?.agency.kind === 'ask' ? sample.agency.likely : null
  const option = (agency: AgencyChoice) => (
    <option key={agency.id} value={agency.id}>
      {agency.name}
      {agency.id === likely ? ' (most likely)' : ''}
    </option>
  )
  return (
    <select
      id={id}
      required={sample?.agency.kind === 'ask'}
      value={state.agency ?? ''}
      onChange={(event) => onChoose(event.target.value === '' ? null : event.target.value)}
    >
      <option value="">{unstated(sample)}</option>
      {sends.length > 0 && <optgroup label="Send this feed">{sends.map(option)}</optgroup>}
      {others.length > 0 && <optgroup label="Others">{others.map(option)}</optgroup>}
    </select>
  )
}

function unstated(sample: Sample | undefined): string {
  switch (sample?.agency.kind) {
    case 'inRows':
      return 'As each row says'
    case 'known':
      return sample.agency.name
    case 'ask':
      return 'Choose'
    case undefined:
      return ''
  }
}

function agencyWords(sample: Sample | undefined): string {
  switch (sample?.agency.kind) {
    case 'inRows':
      return 'A column of the file names the agency'
    case 'known':
      return `Because ${sample.agency.why}`
    case 'ask':
      return sample.agency.why
    case undefined:
      return ''
  }
}
