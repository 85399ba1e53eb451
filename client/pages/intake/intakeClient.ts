import { createTRPCClient, httpBatchStreamLink } from '@trpc/client'
import type { AppRouter } from '../../../server/api/router.ts'

/** The calls of intake that tell how far they are: a compressor would hold the telling back until there is enough of it. */
export const intakeClient = createTRPCClient<AppRouter>({
  links: [httpBatchStreamLink({ url: '/api/trpc', headers: { 'x-no-compression': '1' } })],
}).intake

type Calls = typeof intakeClient
type Answer<T extends (...args: never) => Promise<unknown>> = Awaited<ReturnType<T>>

export type Waiting = Answer<Calls['upload']['query']>
export type PopulationPreview = Answer<Calls['population']['query']>
export type Profile = NonNullable<Answer<Calls['profile']['query']>>
export type ColumnRule = Profile['columns'][number]
export type Layout = NonNullable<Profile['layout']>
export type Sample = Answer<Calls['sample']['mutate']>
export type SampleColumn = Sample['columns'][number]
export type SavedVersion = Answer<Calls['profiles']['query']>['saved'][number]
export type AgencyChoice = Answer<Calls['agencies']['query']>[number]
export type Statement = Parameters<Calls['preview']['mutate']>[0]
export type Step = Answer<Calls['preview']['mutate']> extends AsyncIterable<infer T> ? T : never
export type Result = Extract<Step, { kind: 'result' }>['result']
export type Progress = Extract<Step, { kind: 'progress' }>['progress']
export type Receipt = Extract<Result, { kind: 'receipt' }>['receipt']
