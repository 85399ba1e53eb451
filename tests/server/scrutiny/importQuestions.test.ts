import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importTemplate } from '../../../shared/scrutiny/importColumns.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'

let server: TestApp
let scrutiny: string
beforeAll(async () => {
  server = await openTestApp()
  scrutiny = await server.as('scrutiny')
})
afterAll(() => server.close())

const change = async (path: string, input: unknown) => {
  const { body } = await server.mutate(path, input, scrutiny)
  return body.error ? (body.error.message as string) : body.result.data
}
const held = async () => (await server.query('questions.list', {}, scrutiny)).body.result.data.held as number

describe('a file of past questions', () => {
  test('names every cell that cannot be taken by row, column and reason, and stores nothing', async () => {
    const text = [
      'Question,Theme,Asked of,Status,Reply,Promise,Promise due',
      'One?,Intelligence,Police,Promised,Yes,We will,tomorrow',
      ',Intelligence,Police,Asked,,,',
      'Three?,Nothing,Police,Asked,,,',
      'Four?,Intelligence,,Asked,,,',
      'Five?,Intelligence,Police,Finished,,,',
      'Six\u0007?,Intelligence,Police,Asked,,,',
      'Seven?,Intelligence,Police,Asked,,,',
      'Seven?,Intelligence,Police,Asked,,,',
    ].join('\r\n')
    const { faults } = await change('questions.checkImport', { text })
    expect(faults.map(({ row, field }: { row: number; field: string }) => `${row} ${field}`)).toEqual([
      '2 Promise due',
      '2 Promise',
      '3 Question',
      '4 Theme',
      '5 Asked of',
      '6 Status',
      '7 Question',
      '9 Question',
    ])
    expect(await change('questions.import', { text })).toContain('nothing was stored')
    expect(await held()).toBe(0)
  })

  test('is refused as a whole for what is no such file', async () => {
    const check = (text: string) => change('questions.checkImport', { text })
    expect(await check('')).toBe('The file is empty.')
    expect(await check('Question\r\nWhy?')).toBe('The column “Theme” is missing.')
    expect(await check('Question,Theme,Mood\r\nWhy?,Intelligence,bad')).toContain('“Mood” is not understood')
    expect(await check('Question,Theme\r\n')).toBe('The file has a head and no rows.')
    expect(await check('Question,Theme\r\n"Why"?,Intelligence')).toContain('closing quotation mark')
  })

  test('of the template is taken, exported without a cell that runs, and not taken twice', async () => {
    const text = importTemplate()
    expect(await change('questions.checkImport', { text })).toMatchObject({
      questions: 1,
      promises: 1,
      faults: [],
    })
    expect(await change('questions.import', { text })).toEqual({ questions: 1 })
    expect((await change('questions.checkImport', { text })).faults[0].reason).toContain(
      'question 1 of the ledger',
    )
    const formula =
      'Question,Theme,Asked of,Why it is asked\r\n"\'=1+1 of two, or ""three""?",Intelligence,@Police,"-2\n+3"'
    await change('questions.import', { text: formula })
    const csv = (await server.ask({ method: 'GET', url: '/api/questions.csv', cookie: scrutiny })).text
    const cells = csv.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)|\r\n/).map((cell) => cell.replace(/^"/, ''))
    expect(cells.filter((cell) => /^[=+\-@\t]/.test(cell))).toEqual([])
    expect(csv).toContain(`"'=1+1 of two, or ""three""?"`)
    expect(csv).toContain(`'@Police`)
    // What was exported is understood as what is held, formula guard and all.
    const { faults } = await change('questions.checkImport', { text: csv })
    expect(faults).toHaveLength(2)
    for (const { reason } of faults) expect(reason).toContain('of the ledger already')
    expect(await held()).toBe(2)
  })
})
