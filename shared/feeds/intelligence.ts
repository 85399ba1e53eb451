import { areaField } from './areaField.ts'
import { countField } from './countField.ts'
import type { Feed } from './feed.ts'
import { sectorCodes } from './sectorCodes.ts'
import { themeCodes } from './themeCodes.ts'

/** Intelligence submissions: that one was made, on what, by whom. The text and the source are never kept. */
export const intelligence: Feed = {
  id: 'intelligence',
  label: 'Intelligence submissions',
  row: 'One intelligence submission; never its text, never its source.',
  date: 'submitted_date',
  key: ['intelligence_ref'],
  fields: [
    {
      name: 'intelligence_ref',
      label: 'Intelligence reference',
      meaning: 'The number of the submission. Only a keyed hash of it is kept.',
      type: { kind: 'reference' },
      required: true,
      example: 'INT-2026-00412',
    },
    {
      name: 'submitted_date',
      label: 'Date submitted',
      meaning: 'The day it was submitted, which places it in a month.',
      type: { kind: 'date' },
      required: true,
      example: '2026-04-17',
    },
    areaField('The district it concerns'),
    {
      name: 'theme',
      label: 'Theme',
      meaning: 'What it is mainly about.',
      type: { kind: 'code', codes: themeCodes },
      required: true,
      dimension: true,
      example: 'modern-slavery',
    },
    {
      name: 'source_sector',
      label: 'Sent by',
      meaning: 'The sector of the organisation, or the public, that sent it. Not the source.',
      type: { kind: 'code', codes: sectorCodes },
      required: true,
      dimension: true,
      example: 'council',
    },
    {
      name: 'source_evaluation',
      label: 'Source evaluation',
      meaning:
        'How reliable the source is, in the 3×5×2 grading. Grades of the older 5×5×5 are not comparable: leave them out.',
      type: {
        kind: 'code',
        codes: [
          { code: '1', label: 'Reliable' },
          { code: '2', label: 'Untested' },
          { code: '3', label: 'Not reliable' },
        ],
      },
      dimension: true,
      example: '2',
    },
    {
      name: 'information_assessment',
      label: 'Information assessment',
      meaning: 'How the information is known, in the 3×5×2 grading.',
      type: {
        kind: 'code',
        codes: [
          { code: 'A', label: 'Known directly to the source' },
          { code: 'B', label: 'Known indirectly but corroborated' },
          { code: 'C', label: 'Known indirectly' },
          { code: 'D', label: 'Not known' },
          { code: 'E', label: 'Suspected to be false' },
        ],
      },
      dimension: true,
      example: 'C',
    },
    {
      name: 'handling',
      label: 'Handling',
      meaning: 'Whether sharing is permitted (P) or carries conditions (C).',
      type: {
        kind: 'code',
        codes: [
          { code: 'P', label: 'Lawful sharing permitted' },
          { code: 'C', label: 'Sharing permitted with conditions' },
        ],
      },
      dimension: true,
      example: 'P',
    },
    {
      name: 'result',
      label: 'Result',
      meaning: 'What became of it; empty while it is being assessed.',
      type: {
        kind: 'code',
        codes: [
          { code: 'developed', label: 'Developed', aliases: ['development', 'tasked'] },
          { code: 'disseminated', label: 'Disseminated', aliases: ['dissemination', 'shared'] },
          { code: 'no-further-action', label: 'No further action', aliases: ['NFA'] },
        ],
      },
      dimension: true,
      example: 'developed',
    },
    {
      name: 'result_date',
      label: 'Date of the result',
      meaning: 'The day the result was decided.',
      type: { kind: 'date' },
      example: '2026-05-06',
    },
    countField,
  ],
}
