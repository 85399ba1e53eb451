import { parentPort, workerData } from 'node:worker_threads'
import type { Writing } from './writeAside.ts'
import { writeFile } from './writeFile.ts'
import { writeReport } from './writeReport.ts'

if (parentPort === null) throw new Error('this file runs as a worker')

const writing = workerData as Writing
parentPort.postMessage(
  writing.kind === 'figures'
    ? writeFile(writing.format, writing.collection)
    : writeReport(writing.format, writing.report),
)
