import type { Polarity } from '../../../shared/metrics/metric.ts'

/** Which direction is better and why, or that neither is. */
export function polarityWords({ direction, reason }: Polarity): string {
  switch (direction) {
    case 'up':
      return `A rise is an improvement. ${reason}`
    case 'down':
      return `A fall is an improvement. ${reason}`
    case 'neutral':
      return `Neither a rise nor a fall is good or bad by itself. ${reason}`
  }
}
