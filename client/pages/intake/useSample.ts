import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { intakeClient, type Sample } from './intakeClient.ts'
import type { IntakeState } from './intakeState.ts'

/** The first rows of the file as the present choices read them; undefined until they are known. */
export function useSample(
  upload: string,
  {
    state: { profile, sheet, headerRow },
    enabled,
  }: { readonly state: IntakeState; readonly enabled: boolean },
): Sample | undefined {
  return useQuery({
    queryKey: ['intake sample', upload, profile, sheet, headerRow],
    queryFn: ({ signal }) => {
      if (profile === null) throw new Error('no profile')
      return intakeClient.sample.mutate({ upload, profile, sheet, headerRow }, { signal })
    },
    enabled: enabled && profile !== null,
    placeholderData: keepPreviousData,
  }).data
}
