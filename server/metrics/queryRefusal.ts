/** A question that cannot be answered as asked, as a sentence that says what to ask instead. */
export class QueryRefusal extends Error {
  readonly kind: 'invalid' | 'needsAccess'

  constructor(message: string, kind: 'invalid' | 'needsAccess' = 'invalid') {
    super(message)
    this.kind = kind
  }
}
