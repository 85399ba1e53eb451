import type { CrimeStream } from './crimeLevels.ts'
import { choose, weighted } from './weighted.ts'
import type { Random } from './random.ts'

interface Person {
  readonly sex: string
  readonly age: number
}

const domestic = weighted([
  ['8N', 30],
  ['105A', 34],
  ['8R', 10],
  ['3B', 4],
  ['58A', 4],
  ['58D', 3],
  ['58C', 3],
  ['9A', 3],
  ['5D', 1.4],
  ['49', 2.5],
  ['40', 1],
  ['28E', 1.2],
  ['36', 0.7],
  ['30C', 0.2],
  ['56B', 0.3],
  ['11A', 1],
  ['2', 0.05],
  ['1', 0.04],
])
// From April 2020 a former partner's conduct is presumed stalking, so harassment becomes stalking.
const conductBefore = weighted([
  ['8L', 70],
  ['8Q', 14],
  ['8U', 13],
  ['8M', 3],
])
const conductAfter = weighted([
  ['8L', 48],
  ['8Q', 36],
  ['8U', 14],
  ['8M', 2],
])
const slavery = weighted([
  ['106', 88],
  ['72', 12],
])
const honour = weighted([
  ['8L', 30],
  ['105A', 20],
  ['3B', 18],
  ['8N', 16],
  ['36', 10],
  ['8R', 6],
])
const girl = weighted([
  ['20B', 52],
  ['21', 30],
  ['88A', 10],
  ['23', 8],
])
const boy = weighted([
  ['17B', 50],
  ['21', 34],
  ['88A', 8],
  ['23', 8],
])
const teenager = weighted([
  ['22B', 38],
  ['88A', 26],
  ['71', 10],
  ['73', 4],
  ['23', 4],
  ['88E', 18],
])
const woman = weighted([
  ['20A', 64],
  ['88E', 24],
  ['22A', 5],
  ['70', 3],
  ['88C', 4],
])
const man = weighted([
  ['17A', 66],
  ['88E', 22],
  ['22A', 5],
  ['70', 3],
  ['88D', 4],
])

/** The offence code of a crime; of a sexual offence it goes with the victim's sex and age when it happened. */
export function offenceCodeOf(
  random: Random,
  stream: CrimeStream,
  { month, victim }: { month: string; victim: Person },
): string {
  switch (stream) {
    case 'domestic':
      return choose(random, domestic)
    case 'courseOfConduct':
      return choose(random, month < '2020-04' ? conductBefore : conductAfter)
    case 'rape':
      return rapeCode(victim)
    case 'otherSexual':
      return choose(random, otherSexualMix(victim))
    case 'modernSlavery':
      return choose(random, slavery)
    case 'honourBased':
      return choose(random, honour)
  }
}

function rapeCode({ sex, age }: Person): string {
  if (age < 13) return sex === 'male' ? '19H' : '19E'
  if (age < 16) return sex === 'male' ? '19G' : '19D'
  return sex === 'male' ? '19F' : '19C'
}

function otherSexualMix({ sex, age }: Person) {
  if (age < 13) return sex === 'male' ? boy : girl
  if (age < 16) return teenager
  return sex === 'male' ? man : woman
}
