/** How much of a file has left. */
export interface Sent {
  readonly bytes: number
  readonly total: number
}

/** Why a file was not taken, as a sentence. */
export class SendRefusal extends Error {}

interface Sending {
  readonly file: File
  readonly onProgress: (sent: Sent) => void
  readonly signal: AbortSignal
}

/** Sends a file to where uploads wait; answers its id. Throws SendRefusal with the server's sentence, or the abort reason. */
export function sendFile({ file, onProgress, signal }: Sending): Promise<string> {
  return new Promise((resolve, reject) => {
    // Only this old way tells how much of a request has left.
    const request = new XMLHttpRequest()
    request.open('POST', `/api/uploads?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.addEventListener('progress', ({ loaded }) =>
      onProgress({ bytes: Math.min(loaded, file.size), total: file.size }),
    )
    request.addEventListener('load', () => {
      const answer = readAnswer(request.responseText)
      if (request.status === 200 && answer.id !== undefined) resolve(answer.id)
      else reject(new SendRefusal(answer.message ?? `The server did not take the file (${request.status}).`))
    })
    request.addEventListener('error', () =>
      reject(
        new SendRefusal(
          'The connection ended before the whole file had arrived. Nothing of it is kept: send it again.',
        ),
      ),
    )
    request.addEventListener('abort', () => reject(signal.reason))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}

function readAnswer(text: string): { id?: string; message?: string } {
  try {
    return JSON.parse(text) as { id?: string; message?: string }
  } catch {
    return {}
  }
}
