import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'

/** One part of an archive, as pieces of text. */
export interface ZipPart {
  readonly name: string
  readonly text: Iterable<string> | AsyncIterable<string>
}

/** Packs parts into an archive piece by piece, so that a large one takes little memory to make. */
export async function writeZip(path: string, parts: readonly ZipPart[]): Promise<void> {
  const out = createWriteStream(path)
  let offset = 0
  const put = async (bytes: Buffer) => {
    offset += bytes.length
    if (!out.write(bytes)) await once(out, 'drain')
  }
  const directory: Buffer[] = []
  for (const { name, text } of parts) {
    const start = offset
    const own = Buffer.from(name)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    // Bit 3: the sizes stand in the directory.
    head.writeUInt16LE(0x0808, 2)
    head.writeUInt16LE(8, 4)
    head.writeUInt16LE(own.length, 22)
    await put(Buffer.concat([Buffer.from('PK\u0003\u0004'), head, own]))
    const from = offset
    const deflate = createDeflateRaw({ level: 1 })
    const packing = (async () => {
      for await (const chunk of deflate) await put(chunk as Buffer)
    })()
    let crc = 0
    let unpacked = 0
    for await (const piece of text) {
      const bytes = Buffer.from(piece)
      crc = crc32(bytes, crc)
      unpacked += bytes.length
      if (!deflate.write(bytes)) await once(deflate, 'drain')
    }
    deflate.end()
    await packing
    head.writeUInt32LE(crc, 10)
    head.writeUInt32LE(offset - from, 14)
    head.writeUInt32LE(unpacked, 18)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(start, 10)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\0'), head, place, own)
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  await put(listed)
  await put(end)
  out.end()
  await finished(out)
}
