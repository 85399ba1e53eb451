import { openByHand } from './byHand.ts'

/** The span of the generated crimes: ten years, the last month held as in the sample. */
const crimeFrom = '2016-11'
const crimeTo = '2026-10'

export interface CrimeFile {
  readonly path: string
  /** Rows over the whole ten years. */
  readonly rows: number
  /** Only the months from this one on; by default all. */
  readonly from?: string
  /** A later extract of the same crimes, in which one in thirty-three has another outcome. */
  readonly later?: boolean
}

const days = `(last_day(date '${crimeTo}-01') - date '${crimeFrom}-01' + 1)`

/** Offence codes with their share of a hundred; the rest are incidents, which have none. */
const offences: readonly (readonly [code: string, share: number])[] = [
  ['105A', 21],
  ['8N', 17],
  ['8L', 8],
  ['8R', 7],
  ['8Q', 5],
  ['8U', 3],
  ['19C', 2],
  ['20A', 3],
  ['17A', 1],
  ['22B', 1],
  ['106', 1],
  ['58D', 6],
  ['49', 5],
  ['9A', 5],
]

/**
 * Writes a file of crimes in the layout of the template, in order of their dates: five districts of unlike size, 400,000
 * victims, references, flags, ages and outcomes. The same request writes the same bytes.
 */
export async function writeCrimeFile({
  path,
  rows,
  from = crimeFrom,
  later = false,
}: CrimeFile): Promise<void> {
  const database = await openByHand()
  const chance = (salt: number, sides: number) => `(hash(i, ${salt}) % ${sides})::integer`
  const flag = (salt: number, percent: number) =>
    `case when ${chance(salt, 100)} < ${percent} then 'yes' else 'no' end`
  const again = later ? `hash(i, 90) % 33 = 0` : 'false'
  await database.run(`copy (
    select
      'C' || lpad(i::text, 8, '0') as crime_ref,
      recorded as recorded_date,
      case when ${chance(1, 25)} = 0 then null
        when offence in ('19C', '20A', '17A', '22B') then recorded - ${chance(2, 4000)}
        else recorded - ${chance(3, 30)} end as committed_from,
      (['E08000035', 'E08000035', 'E08000035', 'E08000032', 'E08000032', 'E08000034', 'E08000034', 'E08000036',
        'E08000033', 'E08000036'])[1 + ${chance(4, 10)}] as area,
      case when offence is null then 'incident' else 'crime' end as kind,
      offence as offence_code,
      case when offence is null then 'yes' else ${flag(5, 35)} end as domestic_abuse,
      ${flag(6, 4)} as child_sexual_abuse,
      ${flag(7, 1)} as child_sexual_exploitation,
      ${flag(8, 1)} as honour_based_abuse,
      case when ${chance(9, 33)} > 0 then 'V' || ${chance(10, 400_000)} end as victim_ref,
      (['female', 'female', 'female', 'male', 'male', 'not-known'])[1 + ${chance(11, 6)}] as victim_sex,
      case when ${chance(12, 33)} > 0 then ${chance(13, 90)} end as victim_age,
      case when closed then (['16', '14', '15', '18', '1', '3', '8', '21'])[1 + outcome] else '0' end as outcome_type,
      case when closed then recorded + after end as outcome_date,
      1 as count
    from (
      select i, recorded, offence, after, recorded + after <= date '2026-11-10' as closed,
        (${chance(14, 8)} + case when ${again} then 1 else 0 end) % 8 as outcome
      from (
        select i, (date '${crimeFrom}-01' + (i * ${days} // ${rows})::integer) as recorded,
          ${offenceSql(chance(15, 100))} as offence, ${chance(16, 400)} as after
        from range(${rows}) numbered (i)
      ) crimes
    ) outcomes
    where recorded >= date '${from}-01' order by i
  ) to '${path}' (header, delimiter ',')`)
  database.close()
}

function offenceSql(die: string): string {
  let below = 0
  const cases = offences.map(([code, share]) => `when ${die} < ${(below += share)} then '${code}'`)
  return `case ${cases.join(' ')} end`
}
