import type { OfficePackage } from './officePackage.ts'
import { xmlText } from './xml.ts'

/** What the file says of itself: title, subject, who made it, language, when. */
export interface FileProperties {
  readonly title: string
  readonly subject: string
  readonly creator: string
  /** ISO 8601, UTC. */
  readonly created: string
}

/** Adds the properties that file managers and screen readers read. */
export function addCoreProperties(
  parts: OfficePackage,
  { title, subject, creator, created }: FileProperties,
) {
  const time = `${created.slice(0, 19)}Z`
  parts.add(
    'docProps/core.xml',
    `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:subject>${xmlText(subject)}</dc:subject><dc:creator>${xmlText(creator)}</dc:creator><dc:language>en-GB</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified></cp:coreProperties>`,
    'application/vnd.openxmlformats-package.core-properties+xml',
  )
  parts.relate(
    '',
    'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    'docProps/core.xml',
  )
  parts.add(
    'docProps/app.xml',
    `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Partnership performance dashboard</Application></Properties>`,
    'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  )
  parts.relate('', 'extended-properties', 'docProps/app.xml')
}
