/** The different values of one text column, each stored once; a row holds its place, from 1. */
export class Dictionary {
  readonly values: string[] = []
  private readonly places = new Map<string, number>()

  /** The place of a value, new or known. */
  place(value: string): number {
    const known = this.places.get(value)
    if (known !== undefined) return known
    const place = this.values.push(value)
    this.places.set(value, place)
    return place
  }
}
