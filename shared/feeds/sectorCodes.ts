import type { Code } from './feed.ts'

/** The part of public life an organisation belongs to: who sent intelligence, who came to an event. */
export const sectorCodes: readonly Code[] = [
  { code: 'police', label: 'Police', aliases: ['force', 'law enforcement', 'constabulary'] },
  {
    code: 'council',
    label: 'Council',
    aliases: ['local authority', 'local government', 'LA', 'social care', 'social services'],
  },
  { code: 'health', label: 'Health', aliases: ['NHS', 'hospital', 'ICB', 'GP', 'ambulance'] },
  { code: 'education', label: 'Education', aliases: ['school', 'schools', 'college', 'university'] },
  { code: 'housing', label: 'Housing', aliases: ['housing association', 'registered provider', 'landlord'] },
  {
    code: 'charity',
    label: 'Charity',
    aliases: [
      'voluntary',
      'voluntary sector',
      'third sector',
      'VCS',
      'VCSE',
      'non-governmental organisation',
      'NGO',
    ],
  },
  {
    code: 'public',
    label: 'Public',
    aliases: ['member of the public', 'members of the public', 'community', 'Crimestoppers'],
  },
  { code: 'other', label: 'Other', aliases: ['government', 'business', 'private'] },
]
