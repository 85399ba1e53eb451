/** What readers were given of one table: the number of each cell, or `hidden`. Cells are named by place, line and period. */
export interface PublishedBefore {
  readonly position: number
  readonly cells: Readonly<Record<string, number | 'hidden'>>
}

/**
 * Remembers what was published at earlier positions and in editions, so that nothing hidden is ever shown by a later one,
 * and nothing known already is counted on to hide something else.
 */
export interface MaskMemory {
  publishedBefore(table: string): Promise<PublishedBefore | null>
  remember(table: string, published: PublishedBefore): Promise<void>
}

/** A memory that lasts as long as the process. */
export function passingMemory(): MaskMemory {
  const tables = new Map<string, PublishedBefore>()
  return {
    publishedBefore: async (table) => tables.get(table) ?? null,
    remember: async (table, published) => void tables.set(table, published),
  }
}
