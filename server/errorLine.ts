const secrets: readonly [RegExp, string][] = [
  [/(bearer\s+)[\w.~+/-]+=*/gi, '$1[removed]'],
  [
    /((?:session|token|code|state|secret|password|client_secret|key)["']?\s*[=:]\s*["']?)[^\s"'&;,}]+/gi,
    '$1[removed]',
  ],
  [/(postgres(?:ql)?:\/\/[^:@/\s]*:)[^@\s]+@/gi, '$1[removed]@'],
  [/(\/invitation#)[\w-]+/g, '$1[removed]'],
  [/[\w.+-]+@[\w-]+\.[\w.-]+/g, '[e-mail removed]'],
]

/** An error for the server's log: what and where, without passwords, tokens, addresses of people or of databases. */
export function errorLine(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const cause =
    error instanceof Error && error.cause !== undefined ? `\ncaused by ${errorLine(error.cause)}` : ''
  return secrets.reduce((line, [pattern, instead]) => line.replace(pattern, instead), text) + cause
}
