/** How long something took, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/**
 * Runs each piece of work so many times, in turns, so that whatever else the machine is doing falls on all of them
 * alike. One round before is not counted. Returns the times of each, in the order given.
 */
export async function inTurns(
  rounds: number,
  works: readonly (() => Promise<unknown>)[],
): Promise<number[][]> {
  const times: number[][] = works.map(() => [])
  for (let round = -1; round < rounds; round++) {
    for (const [place, work] of works.entries()) {
      const took = await timed(work)
      if (round >= 0) times[place]?.push(took)
    }
  }
  return times
}

/** The middle of some numbers; NaN of none. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** The value that so great a share of the values does not exceed, interpolated; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return low === undefined || high === undefined ? NaN : low + (high - low) * (place - Math.floor(place))
}
