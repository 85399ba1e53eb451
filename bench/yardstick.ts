import { duration } from './measurement.ts'

const additions = 200_000_000

/**
 * How fast this machine is at this moment: a plain loop, and the share of a processor it was given. Measurements taken
 * where it is slow, or had to share, say little of the product; ratios stand.
 */
export function yardstick(): string {
  const cpu = process.cpuUsage()
  const began = performance.now()
  let sum = 0
  for (let i = 0; i < additions; i++) sum = (sum + i) | 0
  const wall = performance.now() - began
  const { user, system } = process.cpuUsage(cpu)
  const share = Math.min(1, (user + system) / 1000 / wall)
  return `${additions / 1e6} million additions (to ${sum}) take ${duration(wall)} with ${Math.round(share * 100)} % of a processor`
}
