import { localAnalyst, type Viewer } from '../../shared/access/viewer.ts'

/**
 * As whom an edition is made and compared: a reader of the whole partnership with small counts protected as in everything
 * that leaves the dashboard, since an edition is printed and sent on.
 */
export const boardReader: Viewer = {
  ...localAnalyst,
  name: 'the board',
  role: 'viewer',
  disclosure: 'protected',
  output: 'export',
}
