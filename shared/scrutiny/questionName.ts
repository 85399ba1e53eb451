/** How a question is named in minutes: Q-012. */
export function questionName(number: number): string {
  return `Q-${String(number).padStart(3, '0')}`
}
