import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IntakeRefusal } from '../../../server/intake/intakeRefusal.ts'
import { defaultLimits } from '../../../server/intake/limits.ts'
import { readWorkbook } from '../../../server/intake/readers/workbook/readWorkbook.ts'
import { workbookOf } from '../../build/workbook.ts'

const limits = {
  ...defaultLimits,
  workbook: { fileBytes: 1024 ** 2, entries: 200, unpackedBytes: 16 * 1024 ** 2, sheetBytes: 16 * 1024 ** 2 },
}
const rows = Array.from({ length: 20 }, (_, index) => [`ref${index}`, 45_000 + index, 'Leeds', 1.5, true])
const books = (['xlsx', 'xlsb', 'biff8', 'ods'] as const).map((type) => workbookOf({ A: rows }, { type }))

test('a workbook damaged anywhere is read or refused with a sentence, and never hangs', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...books),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 12 }),
      fc.option(fc.nat(), { nil: null }),
      (book, edits, cut) => {
        const damaged = Buffer.from(book)
        for (const [place, byte] of edits) damaged[place % damaged.length] = byte
        const started = performance.now()
        try {
          readWorkbook(cut === null ? damaged : damaged.subarray(0, cut % damaged.length), limits)
        } catch (error) {
          expect(error).toBeInstanceOf(IntakeRefusal)
        }
        expect(performance.now() - started).toBeLessThan(5_000)
      },
    ),
    { interruptAfterTimeLimit: 5_000, numRuns: 2_000 },
  )
}, 30_000)
