/**
 * A file that cannot be taken in at all, or not without a person's decision: nothing of it was stored.
 * The message is one or two sentences that say what is wrong, where, and what to do.
 */
export class IntakeRefusal extends Error {
  override readonly name = 'IntakeRefusal'
}
