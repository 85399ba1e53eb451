import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

const shortest = 12
const longest = 200
/** So many characters must remain without the personal words. */
const ownPart = 8
let factory: Promise<ZxcvbnFactory> | null = null

/**
 * Why a password cannot be used, as a sentence; null when it can. Guessed at by zxcvbn on this machine, so that no
 * password leaves it. `personal` are words that an attacker would try first: name, e-mail, the board.
 */
export async function passwordWeakness(
  password: string,
  personal: readonly string[],
): Promise<string | null> {
  if (password.length < shortest) return `Choose a password of at least ${shortest} characters.`
  if (password.length > longest) return `Choose a password of at most ${longest} characters.`
  factory ??= loadFactory()
  const words = personal
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
    .filter(({ length }) => length > 2)
  const rest = words.reduce((left, word) => left.replaceAll(word.toLowerCase(), ''), password.toLowerCase())
  if (rest.length < ownPart) return 'This password is mostly your name, address or board: choose other words.'
  const { score, feedback } = (await factory).check(password, words)
  // 3: safely unguessable offline against a slow hash, in zxcvbn's own scale of 0 to 4.
  if (score >= 3) return null
  const why = feedback.warning ?? 'This password would be guessed quickly.'
  return `${why} Three or four unrelated words are strong and easy to remember.`
}

/** The dictionaries are large and needed only when somebody chooses a password. */
async function loadFactory(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  return new Factory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
  })
}
