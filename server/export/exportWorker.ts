import { parentPort, workerData } from 'node:worker_threads'
import type { ExportFormat } from '../../shared/figures/figureRequest.ts'
import type { Collection } from './collection.ts'
import { writeFile } from './writeFile.ts'

if (parentPort === null) throw new Error('this file runs as a worker')

const { format, collection } = workerData as { format: ExportFormat; collection: Collection }
parentPort.postMessage(writeFile(format, collection))
