import { parentPort, workerData } from 'node:worker_threads'
import { IntakeRefusal } from './intakeRefusal.ts'
import type { PrepareProgress, PrepareRequest, WorkerMessage } from './prepare.ts'
import { prepareFile } from './prepareFile.ts'

const progressEvery = 100

class Cancelled extends Error {}

const port = parentPort
if (port === null) throw new Error('this file runs as a worker')

const request = workerData as PrepareRequest
let cancelled = false
let lastProgress = 0

const send = (message: WorkerMessage) => port.postMessage(message)

port.on('message', () => {
  cancelled = true
})

function onProgress(progress: PrepareProgress): void {
  const now = performance.now()
  if (now - lastProgress < progressEvery && progress.stage !== 'writing') return
  lastProgress = now
  send({ kind: 'progress', progress })
}

function throwIfCancelled(): void {
  if (cancelled) throw new Cancelled('cancelled')
}

try {
  const prepared = await prepareFile(request, {
    onProgress,
    throwIfCancelled,
  })
  send({ kind: 'prepared', prepared })
} catch (error) {
  if (cancelled) send({ kind: 'cancelled' })
  else if (error instanceof IntakeRefusal)
    send({ kind: 'refused', sentence: `${request.fileName}: ${error.message}` })
  else throw error
} finally {
  port.close()
}
