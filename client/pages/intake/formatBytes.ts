import { formatNumber } from '../../../shared/figures/formatValue.ts'

/** A size as people say it: 312 kB, 4.2 MB, 1.6 GB. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${formatNumber(bytes)} bytes`
  if (bytes < 1_000_000) return `${formatNumber(bytes / 1_000)} kB`
  return bytes < 1_000_000_000
    ? `${formatNumber(bytes / 1_000_000, 1)} MB`
    : `${formatNumber(bytes / 1_000_000_000, 1)} GB`
}
