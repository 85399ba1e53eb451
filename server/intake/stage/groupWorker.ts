import { parentPort, workerData } from 'node:worker_threads'
import type { WriterMessage } from './groupSink.ts'
import { GroupWriter } from './groupWriter.ts'
import type { GroupLayout } from './rowGroup.ts'

const port = parentPort
if (port === null) throw new Error('this file runs as a worker')

const writer = new GroupWriter(workerData as GroupLayout)

port.on('message', (message: WriterMessage) => {
  if (message.kind === 'group') writer.write(message.group)
  else writer.finish()
  port.postMessage('done')
})
