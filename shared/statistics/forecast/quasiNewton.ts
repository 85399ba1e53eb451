import type { Minimum } from './nelderMead.ts'

/**
 * Descends to a minimum of a smooth function by the method of Broyden, Fletcher, Goldfarb and Shanno, with
 * slopes taken by differences; made for a dozen or so variables of about unit size. The start must have
 * a finite value, else it is returned as it is.
 *
 * quasiNewton(([x = 0, y = 0]) => (x - 1) ** 2 + 10 * (y - 2 * x) ** 2, [0, 0]).at is close to [1, 2].
 */
export function quasiNewton(
  height: (at: readonly number[]) => number,
  start: readonly number[],
  { most = 60, tolerance = 1e-8 }: { most?: number; tolerance?: number } = {},
): Minimum {
  const size = start.length
  let at = [...start]
  let value = height(at)
  if (!Number.isFinite(value)) return { at, value: Infinity }
  let slope = slopeAt(height, { at, value })
  let inverse = identity(size)
  for (let step = 0; step < most; step++) {
    let direction = inverse.map((row) => -dot(row, slope))
    if (!(dot(direction, slope) < 0)) {
      inverse = identity(size)
      direction = slope.map((each) => -each)
    }
    const found = searchAlong(height, { at, value, direction, steepness: dot(direction, slope) })
    if (found === null) break
    const nextSlope = slopeAt(height, found)
    const move = found.at.map((x, i) => x - (at[i] ?? 0))
    const turn = nextSlope.map((x, i) => x - (slope[i] ?? 0))
    if (dot(move, turn) > 1e-14) inverse = updated(inverse, move, turn)
    const gained = value - found.value
    ;({ at, value } = found)
    slope = nextSlope
    if (gained < tolerance * (1 + Math.abs(value))) break
  }
  return { at, value }
}

interface Line extends Minimum {
  direction: readonly number[]
  steepness: number
}

/** A step that is a real gain for its length (Armijo), halved until it is; null when none is left. */
function searchAlong(height: (at: readonly number[]) => number, line: Line): Minimum | null {
  const longest = Math.max(...line.direction.map(Math.abs))
  for (let length = Math.min(1, 2 / longest); length * longest > 1e-10; length /= 2) {
    const at = line.at.map((x, i) => x + length * (line.direction[i] ?? 0))
    const value = height(at)
    if (value <= line.value + 1e-4 * length * line.steepness) return { at, value }
  }
  return null
}

function slopeAt(height: (at: readonly number[]) => number, { at, value }: Minimum): number[] {
  const probe = [...at]
  return at.map((x, i) => {
    const width = 1e-6 * Math.max(1, Math.abs(x))
    probe[i] = x + width
    const slope = (height(probe) - value) / width
    probe[i] = x
    return Number.isFinite(slope) ? slope : 0
  })
}

function updated(inverse: readonly number[][], move: readonly number[], turn: readonly number[]): number[][] {
  const rho = 1 / dot(move, turn)
  const turned = inverse.map((row) => dot(row, turn))
  const bend = (1 + rho * dot(turn, turned)) * rho
  return inverse.map((row, i) =>
    row.map((x, j) => {
      const [mi, mj, ti, tj] = [move[i] ?? 0, move[j] ?? 0, turned[i] ?? 0, turned[j] ?? 0]
      return x + bend * mi * mj - rho * (ti * mj + mi * tj)
    }),
  )
}

function identity(size: number): number[][] {
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)))
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}
