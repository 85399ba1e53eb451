/** The number of a pack in an address; 0, which no pack has, for what is none. */
export function packNumber(text: string): number {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0
}
