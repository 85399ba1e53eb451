import { readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { readPartnership } from '../../support/readPartnership.ts'
import { openTestInstallation, type TestInstallation } from '../../support/installation.ts'
import { describeWithSharedData, sharedFile } from '../../support/sharedData.ts'

let held: TestInstallation | undefined
afterEach(() => held?.close())

const linesOf = (path: string) => readFileSync(sharedFile(path), 'utf8').trim().split(/\r?\n/)

/** Every figure of a wide borough table by offence, borough and month; no commas stand inside these cells. */
function boroughFigures(path: string): Map<string, number> {
  const [header = '', ...lines] = linesOf(path)
  const months = header.split(',').slice(3)
  return new Map(
    lines.flatMap((line) => {
      const [, offence, borough, ...figures] = line.split(',')
      return figures.map(
        (figure, index) => [`${offence}|${borough}|${months[index]}`, Number(figure)] as const,
      )
    }),
  )
}

const monthOf = (key: string) => key.slice(-6)

describeWithSharedData('successive releases of the Metropolitan Police table', () => {
  test('show as restated exactly the cells that a plain comparison finds changed', async () => {
    held = await openTestInstallation('embedded', readPartnership('london-boroughs'))
    const releases = ['202211-202410', '202212-202411', '202303-202502']
    const known = ['2024-11-15', '2024-12-15', '2025-03-15']
    let before = new Map<string, number>()
    const counted: number[] = []
    for (const [index, release] of releases.entries()) {
      const path = `mps-borough-monthly/mps-borough-${release}.csv`
      const now = boroughFigures(path)
      const { diff } = await held.loadFile(sharedFile(path), {
        feed: 'crime',
        profile: null,
        asAt: known[index]!,
      })
      const months = new Set([...now.keys()].map(monthOf))
      const gone = [...before].filter(([key, value]) => months.has(monthOf(key)) && now.get(key) !== value)
      const come = [...now].filter(([key, value]) => before.get(key) !== value)
      expect([diff.withdrawnRows, diff.addedRows]).toEqual([gone.length, come.length])
      const restated = new Set(
        [...gone, ...come]
          .map(([key]) => monthOf(key))
          .filter((month) => [...before.keys()].some((key) => monthOf(key) === month)),
      )
      expect(diff.monthsRestated.map(({ month }) => month.replace('-', ''))).toEqual([...restated].toSorted())
      counted.push(gone.length)
      before = now
    }
    expect(counted.slice(1).every((cells) => cells > 1000)).toBe(true)
    const asFirstKnown = await held.values({ metric: 'records.supplied', asAt: known[0]! })
    const first = boroughFigures('mps-borough-monthly/mps-borough-202211-202410.csv')
    const november = [...first].filter(([key]) => monthOf(key) === '202410')
    expect(asFirstKnown['2024-10']).toBe(november.reduce((sum, [, value]) => sum + value, 0))
    const latest = boroughFigures('mps-borough-monthly/mps-borough-202303-202502.csv')
    const rapes = [...latest].filter(([key]) => key.startsWith('RAPE|') && monthOf(key) === '202502')
    expect((await held.values({ metric: 'sa.rape' }))['2025-02']).toBe(
      rapes.reduce((sum, [, value]) => sum + value, 0),
    )
    // The table does not tell modern slavery from other violence: to say 0 would be wrong.
    expect((await held.values({ metric: 'ms.crimes' }))['2025-02']).toBeNull()
  }, 240_000)
})

describeWithSharedData('successive releases of the Home Office series', () => {
  test('show as restated exactly the quarters that a plain comparison finds changed', async () => {
    held = await openTestInstallation('embedded', readPartnership('london-boroughs'))
    const read = (release: string) =>
      linesOf(`nrm/nrm_referrals_longitudinal.${release}.csv`)
        .slice(1)
        .map((line) => line.split(','))
        .filter((cells) => cells[3] !== 'Total')
    const load = (release: string, asAt: string) =>
      held!.loadFile(sharedFile(`nrm/nrm_referrals_longitudinal.${release}.csv`), {
        feed: 'nrm',
        profile: null,
        asAt,
      })
    await load('2023Q1-release_fixed', '2023-05-04')
    const { diff } = await load('2023Q2-release', '2023-08-03')
    const totals = (rows: readonly string[][]) => {
      const sums = new Map<string, number>()
      for (const [year, quarter = '', , , count] of rows) {
        const key = `${year}-${['01', '04', '07', '10'][Number(quarter.slice(1)) - 1]}`
        sums.set(key, (sums.get(key) ?? 0) + Number(count))
      }
      return sums
    }
    const [was, now] = [read('2023Q1-release_fixed'), read('2023Q2-release')]
    const [sumsWas, sumsNow] = [totals(was), totals(now)]
    const changed = [...sumsWas].filter(([quarter, value]) => sumsNow.get(quarter) !== value)
    const restated = diff.monthsRestated.filter(({ from, to }) => from !== to)
    expect(restated.map(({ month, from, to }) => [month, from, to])).toEqual(
      changed.map(([quarter, value]) => [quarter, value, sumsNow.get(quarter)]),
    )
    expect(changed.length).toBeGreaterThan(0)
    // A row without its location: the location is not kept, so rows that differ in nothing else are one kind.
    const kinds = (rows: readonly string[][]) => {
      const kept = new Map<string, number>()
      for (const [year, quarter, age, , count] of rows) {
        const kind = [year, quarter, age, count].join()
        kept.set(kind, (kept.get(kind) ?? 0) + 1)
      }
      return kept
    }
    const [kindsWas, kindsNow] = [kinds(was), kinds(now)]
    const surplus = (of: Map<string, number>, over: Map<string, number>) =>
      [...of].reduce((sum, [kind, rows]) => sum + Math.max(0, rows - (over.get(kind) ?? 0)), 0)
    expect([diff.withdrawnRows, diff.addedRows]).toEqual([
      surplus(kindsWas, kindsNow),
      surplus(kindsNow, kindsWas),
    ])
  })
})
