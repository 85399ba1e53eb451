import { forceWide, notPlaced } from '../../../shared/partnership/partnership.ts'
import type { Session } from '../../trpc.ts'

/** What an area's code is called here; records without a place count in the total only. */
export function placeName(area: string, session: Session | undefined): string {
  if (area === notPlaced) return 'Not placed'
  if (area === forceWide) return session?.partnership.areaName ?? 'The whole partnership'
  return session?.partnership.areas.find(({ code }) => code === area)?.name ?? area
}
