const mostBytes = 900_000

/** A file's text, in UTF-8 or as British spreadsheets save it. Throws with a sentence where it is too large or no text. */
export async function readTextFile(file: File): Promise<string> {
  if (file.size > mostBytes) throw new Error('The file is larger than a list of questions can be.')
  const bytes = await file.arrayBuffer()
  const begin = new Uint8Array(bytes.slice(0, 2))
  if (begin[0] === 0x50 && begin[1] === 0x4b)
    throw new Error('This is a workbook. Save the sheet as CSV and choose that file.')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
