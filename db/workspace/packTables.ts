/** A meeting pack: written by several people as a draft, then published once and never changed. */
export interface PackTable {
  number: number
  title: string
  /** YYYY-MM-DD. */
  meeting_date: string
  /** The edition that its figures are from. */
  edition: number
  status: 'draft' | 'published'
  /** Rises with every change to anything in it, so that what is published is what was looked at. */
  revision: number
  /** The pack that it was rolled forward from; null where it began empty. */
  rolled_from: number | null
  /** 1 where it lists the questions that the board has asked. */
  questions: number
  /** 1 for invented figures. */
  synthetic: number
  created_at: string
  created_by: string
  published_at: string | null
  published_by: string | null
  /** JSON: `Report` as it was published; null for a draft. */
  report: string | null
}

/** A figure of a pack, in its place. */
export interface PackItemTable {
  pack: number
  id: string
  /** Rises from the first to the last. */
  place: number
  /** JSON: `FigureRequest`. */
  request: string
  shows: 'chart' | 'table'
  /** JSON: `PackFlag`, what moved since the commentary was written; null where there is nothing to look at. */
  flag: string | null
  /**
   * JSON: `Figure` as it was published, or as it was added where the edition does not hold it; null where the edition is
   * read.
   */
  figure: string | null
}

/** Something that people write in a pack: its introduction, or the commentary of an item. */
export interface PackTextTable {
  pack: number
  /** `introduction` or the item's id. */
  place: string
  /** JSON: `RichText`. */
  value: string
  /** Rises with every saving; one that was made over an older version is refused. */
  version: number
  written_at: string
  written_by: string
}

/** A file of a published pack, byte for byte. */
export interface PackFileTable {
  pack: number
  format: string
  /** Base64. */
  bytes: string
  sha256: string
}
