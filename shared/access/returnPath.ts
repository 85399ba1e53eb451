const path = /^(\/(?!\/)[\w.~%!$&'()*+,;=:@-]*)+$/
const dots = /\/(\.|%2e){1,2}(\/|$)/i
const rest = /^[\x21-\x5b\x5d-\x7e]*$/

/**
 * The path within the dashboard to go on to after signing in; `/` when the text could lead anywhere else. Browsers drop
 * tabs and line ends, read a backslash as a slash and fold dots, so only plain text without any of them is followed.
 */
export function returnPath(text: string | undefined): string {
  if (text === undefined) return '/'
  const end = text.search(/[?#]/)
  const [front, back] = end === -1 ? [text, ''] : [text.slice(0, end), text.slice(end)]
  const leadsHere = path.test(front) && !dots.test(front) && rest.test(back) && !front.startsWith('/api/')
  return leadsHere ? text : '/'
}
