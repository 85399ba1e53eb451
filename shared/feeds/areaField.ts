import type { Field } from './feed.ts'

/** The place field that every feed takes, with what the place is of: the crime, the victim, the event. */
export function areaField(placeOf: string): Field {
  return {
    name: 'area',
    label: 'Area',
    meaning: `${placeOf}: its ONS code, its name or a name it is known by. Write "force-wide" where it concerns the whole area, or "not recorded" where the place is not known; both are counted in the total only.`,
    type: { kind: 'area' },
    required: true,
    dimension: true,
    example: 'E08000035',
  }
}
