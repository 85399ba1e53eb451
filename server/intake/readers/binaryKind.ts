const signatures: readonly (readonly [string, string])[] = [
  ['504b0304', 'an Excel or OpenDocument workbook or another zip archive'],
  ['504b0506', 'an empty zip archive'],
  ['d0cf11e0a1b11ae1', 'an old Excel workbook (.xls) or a password-protected one'],
  ['25504446', 'a PDF'],
  ['1f8b', 'a gzip archive'],
  ['377abcaf271c', 'a 7-Zip archive'],
  ['52617221', 'a RAR archive'],
  ['89504e47', 'a picture'],
  ['ffd8ff', 'a picture'],
  ['47494638', 'a picture'],
  ['50415231', 'a Parquet file'],
  ['53514c69746520666f726d6174', 'an SQLite database'],
  ['7f454c46', 'a program'],
  ['4d5a90', 'a program'],
]

const markup: readonly (readonly [RegExp, string])[] = [
  [/^<(!doctype html|html|head|body|table)\b/i, 'a web page (HTML), whatever its name says'],
  [/^(mime-version:|from: <saved by)/i, 'a web archive (MHTML), whatever its name says'],
  [/^<\?xml|^<[a-z][\w:-]*[\s>]/i, 'XML'],
  [/^\{\s*["}]|^\[\s*[[{"\]]/, 'JSON'],
  [/^\{\\rtf/, 'a formatted text document (RTF)'],
]

/** What the first bytes say a file is when it is not a table in text; null when nothing speaks against it. */
export function binaryKind(head: Buffer): string | null {
  const hex = head.toString('hex', 0, 16)
  const signed = signatures.find(([signature]) => hex.startsWith(signature))
  if (signed) return signed[1]
  const text = head
    .toString('utf8', 0, 512)
    .replace(/^\uFEFF/, '')
    .trimStart()
  return markup.find(([pattern]) => pattern.test(text))?.[1] ?? null
}
