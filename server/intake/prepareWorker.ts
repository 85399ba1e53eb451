import { parentPort } from 'node:worker_threads'
import { IntakeRefusal } from './intakeRefusal.ts'
import type { PrepareProgress, PrepareRequest, WorkerMessage } from './prepare.ts'
import { prepareFile } from './prepareFile.ts'

const progressEvery = 100

class Cancelled extends Error {}

const port = parentPort
if (port === null) throw new Error('this file runs as a worker')

let cancelled = false
let lastProgress = 0

const send = (message: WorkerMessage) => port.postMessage(message)

// One file after another: the thread that started this one sends the next only when this one is done.
port.on('message', (message: PrepareRequest | 'cancel') => {
  if (message === 'cancel') cancelled = true
  else void read(message)
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

async function read(request: PrepareRequest): Promise<void> {
  cancelled = false
  lastProgress = 0
  try {
    send({ kind: 'prepared', prepared: await prepareFile(request, { onProgress, throwIfCancelled }) })
  } catch (error) {
    if (cancelled) send({ kind: 'cancelled' })
    else if (error instanceof IntakeRefusal)
      send({ kind: 'refused', sentence: `${request.fileName}: ${error.message}` })
    else throw error
  }
}
