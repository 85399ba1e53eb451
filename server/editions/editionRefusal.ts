/** Why something was not published or is not in an edition, as a sentence; nothing was changed. */
export class EditionRefusal extends Error {}
