/** What the options of the command line are called on the page. */
const names: readonly (readonly [RegExp, string])[] = [
  [/ \(--confirm\)/g, ''],
  [/run it again with --confirm/g, 'tick the confirmation below'],
  [/--from (\d{4}-\d{2}) is after --to (\d{4}-\d{2})/g, 'the first month $1 is after the last month $2'],
  [/state --from and --to/g, 'state the first and the last month'],
  [/with --from and --to/g, 'with the first and the last month'],
  [/State --feed (\w+), or another profile/g, 'Choose the feed $1, or another profile'],
  [/--feed (\w+) --profile ([\w-]+)/g, 'the profile $2 of the feed $1'],
  [/State one with --profile/g, 'Choose one'],
  [/State one with --agency/g, 'Choose one under “Whose records”'],
  [/Correct --agency/g, 'Choose another agency'],
  [/--agency ([\w-]+)/g, '“$1” under “Whose records”'],
  [/State it with --release YYYY-MM-DD/g, 'State the day of the release'],
]

/** A sentence of the intake for somebody at the page, who has fields to fill in and no options to type. */
export function pageWords(sentence: string): string {
  return names.reduce((text, [option, field]) => text.replace(option, field), sentence)
}
