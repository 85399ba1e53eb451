import type { CellNetwork } from './cellNetwork.ts'

/**
 * The cells cheapest to reach from one cell, going from equation to equation, nearest first; at most `most`. An
 * infinite price closes a cell. Protection is nearly always found close by, which keeps each search small.
 */
export function nearestCells(
  network: CellNetwork,
  start: number,
  { most, price }: { most: number; price: (cell: number) => number },
): number[] {
  const distance = new Map<number, number>([[start, 0]])
  const done = new Set<number>()
  const heap: [number, number][] = [[0, start]]
  const spread = new Set<number>()
  while (heap.length > 0 && done.size < most) {
    const [reached, cell] = takeLeast(heap)
    if (done.has(cell)) continue
    done.add(cell)
    for (const e of network.equationsOf[cell] ?? []) {
      // The first visit to an equation is the cheapest, and offers all of its cells.
      if (spread.has(e)) continue
      spread.add(e)
      for (const next of network.equations[e]?.cells ?? []) {
        const length = reached + price(next)
        if (length >= (distance.get(next) ?? Infinity)) continue
        distance.set(next, length)
        addTo(heap, [length, next])
      }
    }
  }
  return [...done]
}

function addTo(heap: [number, number][], entry: [number, number]) {
  let i = heap.length
  heap.push(entry)
  while (i > 0) {
    const parent = (i - 1) >> 1
    const above = heap[parent]
    if (above === undefined || above[0] <= entry[0]) break
    heap[i] = above
    heap[parent] = entry
    i = parent
  }
}

function takeLeast(heap: [number, number][]): [number, number] {
  const least = heap[0] ?? [0, 0]
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return least
  let i = 0
  for (;;) {
    let child = 2 * i + 1
    if ((heap[child + 1]?.[0] ?? Infinity) < (heap[child]?.[0] ?? Infinity)) child++
    const below = heap[child]
    if (below === undefined || below[0] >= last[0]) break
    heap[i] = below
    i = child
  }
  heap[i] = last
  return least
}
