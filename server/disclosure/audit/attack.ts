/** A sum of unknowns, each so many times, by the number of the unknown. */
export type Sum = ReadonlyMap<number, number>

/** A hidden cell that an attacker is after. */
export interface Target {
  readonly name: string
  readonly table: string
  readonly sum: Sum
}

/**
 * What an attacker knows of how far each number may lie from the truth: differences, so that the truth is where all are 0.
 * A cell is worked out when its difference can be nothing but 0.
 */
export interface Attack {
  /** How far below the truth each unknown can lie. */
  readonly lower: readonly number[]
  readonly rows: readonly { readonly sum: Sum; readonly lower: number; readonly upper: number }[]
  readonly targets: readonly Target[]
}

/** The same attack with everything settled that single figures settle, divided into parts that share no unknown. */
export function dividedAttack(attack: Attack): Attack[] {
  const fixed = new Uint8Array(attack.lower.length)
  const rowsOf: number[][] = attack.lower.map(() => [])
  attack.rows.forEach(({ sum }, row) => {
    for (const unknown of sum.keys()) rowsOf[unknown]?.push(row)
  })
  const open = attack.rows.map(({ sum }) => sum.size)
  const queue = open.flatMap((count, row) => (count === 1 ? [row] : []))
  for (let row = queue.pop(); row !== undefined; row = queue.pop()) {
    const { sum, lower, upper } = attack.rows[row] ?? { sum: new Map<number, number>(), lower: 0, upper: 0 }
    if (lower !== 0 || upper !== 0) continue
    const unknown = [...sum.keys()].find((each) => fixed[each] === 0)
    if (unknown === undefined) continue
    fixed[unknown] = 1
    for (const other of rowsOf[unknown] ?? []) {
      open[other] = (open[other] ?? 0) - 1
      if (open[other] === 1) queue.push(other)
    }
  }
  return components(attack, fixed)
}

function components({ lower, rows, targets }: Attack, fixed: Uint8Array): Attack[] {
  const leader = lower.map((_, unknown) => unknown)
  const find = (unknown: number): number => {
    let root = unknown
    while (leader[root] !== root) root = leader[root] ?? root
    leader[unknown] = root
    return root
  }
  const free = (sum: Sum) => [...sum].filter(([unknown]) => fixed[unknown] === 0)
  const kept = rows.flatMap(({ sum, ...bounds }) => {
    const left = free(sum)
    return left.length > 0 ? [{ sum: new Map(left), ...bounds }] : []
  })
  const aimed = targets.map((target) => ({ ...target, sum: new Map(free(target.sum)) }))
  for (const { sum } of [...kept, ...aimed]) {
    const [first, ...others] = [...sum.keys()]
    if (first !== undefined) for (const other of others) leader[find(other)] = find(first)
  }
  const rootOf = ({ sum }: { readonly sum: Sum }) => {
    const first = sum.keys().next().value
    return first === undefined ? -1 : find(first)
  }
  const rowsOf = Map.groupBy(kept, rootOf)
  return [...Map.groupBy(aimed, rootOf)].map(([root, own]) => {
    const places = new Map<number, number>()
    const placed = (sum: Sum) =>
      new Map(
        [...sum].map(([unknown, times]) => {
          const place = places.get(unknown) ?? places.size
          places.set(unknown, place)
          return [place, times]
        }),
      )
    const part = {
      targets: own.map((target) => ({ ...target, sum: placed(target.sum) })),
      rows: (root < 0 ? [] : (rowsOf.get(root) ?? [])).map(({ sum, ...bounds }) => ({
        sum: placed(sum),
        ...bounds,
      })),
    }
    return { ...part, lower: [...places.keys()].map((unknown) => lower[unknown] ?? 0) }
  })
}
