import { leastAgreeing, type RiseReading } from '../../../shared/series/riseReading.ts'
import { countWord } from '../../figures/countWord.ts'

/** What the companions together say, without claiming more than they show. */
export function riseWords({ direction, leans, companions }: RiseReading): {
  headline: string
  detail: string
} {
  const count = (account: 'reporting' | 'harm') =>
    companions.filter(({ speaksFor }) => speaksFor === account).length
  const [reporting, harm] = [count('reporting'), count('harm')]
  const accounts =
    direction === 'fall'
      ? { reporting: 'less reporting', harm: 'less harm' }
      : { reporting: 'better reporting', harm: 'more harm' }
  if (direction === 'none')
    return {
      headline: 'There is no unusual change to explain',
      detail: 'The measure itself stays within its usual range or cannot be judged.',
    }
  switch (leans) {
    case 'reporting':
    case 'harm': {
      const agreeing = leans === 'reporting' ? reporting : harm
      return {
        headline: `What changed beside it is in line with ${accounts[leans]}`,
        detail: `${countWord(agreeing)} companions moved as they would with ${accounts[leans]}, and none as they would with ${accounts[leans === 'reporting' ? 'harm' : 'reporting']}. That fits; it proves nothing.`,
      }
    }
    case 'mixed':
      return {
        headline: 'The companions disagree, so there is no verdict',
        detail: `${countWord(reporting)} ${reporting === 1 ? 'speaks' : 'speak'} for ${accounts.reporting} and ${countWord(harm).toLowerCase()} for ${accounts.harm}.`,
      }
    case 'thin':
      return {
        headline: 'The evidence is too thin for a verdict',
        detail: `${reporting + harm === 0 ? 'No companion tells' : 'One companion alone tells'} ${accounts.reporting} from ${accounts.harm} here; at least ${countWord(leastAgreeing).toLowerCase()} must agree.`,
      }
  }
}
