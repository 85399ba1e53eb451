import type { Viewer } from '../../shared/access/viewer.ts'

/** As whom figures are read that leave the dashboard: protected, unless small numbers are asked for by who may see them. */
export function outsideViewer(viewer: Viewer, smallNumbers: 'hidden' | 'shown'): Viewer {
  return smallNumbers === 'shown' ? viewer : { ...viewer, disclosure: 'protected' }
}
