import { parentPort, workerData } from 'node:worker_threads'
import { IntakeRefusal } from '../intakeRefusal.ts'
import type { Limits } from '../limits.ts'
import { readFileHead } from './fileHead.ts'
import type { HeadAnswer } from './inspectFile.ts'

const { path, limits } = workerData as { readonly path: string; readonly limits: Limits }
const answer = (message: HeadAnswer) => parentPort?.postMessage(message)

try {
  answer({ kind: 'head', head: await readFileHead(path, limits) })
} catch (error) {
  if (!(error instanceof IntakeRefusal)) throw error
  answer({ kind: 'refused', sentence: error.message })
}
