import { expect, test } from 'vitest'
import { crimeRecord, templateFile, times } from '../../build/feedRow.ts'
import { prepareFileOf } from '../../support/preparedFile.ts'

const inWorker = { signal: new AbortController().signal }

test('one file after another is prepared by the same worker, refusals and cancellations between', async () => {
  for (const crimes of [3, 5]) {
    const text = templateFile(
      'crime',
      times(crimes, () => crimeRecord()),
    )
    expect((await prepareFileOf(text, {}, inWorker)).prepared.accepted).toBe(crimes)
    await expect(prepareFileOf('', {}, inWorker)).rejects.toThrow('file.csv: The file is empty')
    const controller = new AbortController()
    const cancelled = prepareFileOf(
      text,
      {},
      { signal: controller.signal, onProgress: () => controller.abort(new Error('enough')) },
    )
    await expect(cancelled).rejects.toThrow('enough')
  }
})

test('two files at once are prepared side by side', async () => {
  const files = [4, 7].map((crimes) =>
    templateFile(
      'crime',
      times(crimes, () => crimeRecord()),
    ),
  )
  const both = await Promise.all(files.map((text) => prepareFileOf(text, {}, inWorker)))
  expect(both.map(({ prepared }) => prepared.accepted)).toEqual([4, 7])
})
