import { strToU8, zipSync } from 'fflate'
import { xmlHead, xmlText } from './xml.ts'

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageTypes = 'http://schemas.openxmlformats.org/package/2006'

/** The earliest time a zip can hold: the same content makes the same bytes whenever it is written. */
const always = new Date(1980, 0, 1)

/** The parts of one Office file, with what they are and how they point at each other. */
export function officePackage() {
  const parts = new Map<string, Uint8Array>()
  const types = new Map<string, string>()
  const links = new Map<string, { type: string; target: string; external: boolean }[]>()

  /** Notes that a part points at another, or at an address outside; returns the id by which it says so. */
  const relate = (from: string, kind: string, target: string, external = false): string => {
    const held = links.get(from) ?? []
    held.push({ type: kind.startsWith('http') ? kind : `${relationships}/${kind}`, target, external })
    links.set(from, held)
    return `rId${held.length}`
  }

  return {
    relate,
    /** Adds a part of XML (without its first line) or of bytes. */
    add(path: string, content: string | Uint8Array, type: string): void {
      parts.set(path, typeof content === 'string' ? strToU8(xmlHead + content) : content)
      types.set(path, type)
    },
    /** The file. */
    finish(): Uint8Array {
      const files: Record<string, Uint8Array> = {
        '[Content_Types].xml': strToU8(xmlHead + contentTypes(types)),
      }
      for (const [from, held] of links) {
        const folder = from.slice(0, from.lastIndexOf('/') + 1)
        const name = from.slice(from.lastIndexOf('/') + 1)
        files[`${folder}_rels/${name}.rels`] = strToU8(xmlHead + relationshipsXml(held))
      }
      for (const [path, bytes] of parts) files[path] = bytes
      return zipSync(files, { level: 6, mtime: always })
    },
  }
}

export type OfficePackage = ReturnType<typeof officePackage>

function contentTypes(types: ReadonlyMap<string, string>): string {
  const overrides = [...types]
    .map(([path, type]) => `<Override PartName="/${xmlText(path)}" ContentType="${xmlText(type)}"/>`)
    .join('')
  return `<Types xmlns="${packageTypes}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`
}

function relationshipsXml(
  held: readonly { readonly type: string; readonly target: string; readonly external: boolean }[],
): string {
  const each = held.map(
    ({ type, target, external }, i) =>
      `<Relationship Id="rId${i + 1}" Type="${type}" Target="${xmlText(target)}"${external ? ' TargetMode="External"' : ''}/>`,
  )
  return `<Relationships xmlns="${packageTypes}/relationships">${each.join('')}</Relationships>`
}
