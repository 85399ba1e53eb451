import type { PackMark } from '../../shared/packs/pack.ts'

/** What a file of a pack is called: its title, its meeting, and whether it is a draft or invented. */
export function packName({ title, meetingDate, status, synthetic }: PackMark, extension: string): string {
  const stem = [title, meetingDate, status === 'draft' ? 'draft' : '', synthetic ? 'synthetic-sample' : '']
    .map((part) => part.replace(/[^A-Za-z0-9-]+/g, '-').replace(/^-|-$/g, ''))
    .filter((part) => part !== '')
    .join('_')
  return `${stem.slice(0, 120)}.${extension}`
}
