/** What the markers in the tables mean, in the order of official statistics. */
export const shorthand: readonly { readonly marker: string; readonly meaning: string }[] = [
  { marker: '[c]', meaning: 'Confidential: hidden to protect people, because the number is small.' },
  { marker: '[f]', meaning: 'Forecast from final figures: nothing is recorded for it yet.' },
  { marker: '[p]', meaning: 'Provisional: may still change, and is not judged.' },
  { marker: '[r]', meaning: 'Revised since it was first counted as final.' },
  {
    marker: '[x]',
    meaning: 'Not available: not supplied, not held by what was supplied, or nothing to compare with.',
  },
  { marker: '[z]', meaning: 'Not applicable: a figure would have no meaning here.' },
]
