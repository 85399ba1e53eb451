/**
 * A file that cannot be taken in at all, or not without a person's decision: nothing of it was stored.
 * The message is one or two sentences that say what is wrong, where, and what to do.
 */
export class IntakeRefusal extends Error {
  override readonly name = 'IntakeRefusal'
}

/** A commit of what was previewed before something else was committed: what the preview showed may no longer be so. */
export class PreviewOutdated extends IntakeRefusal {
  constructor() {
    super(
      'Another submission was committed since this preview, so it may no longer say what would change. Nothing was stored: look at the new preview and commit again.',
    )
  }
}
