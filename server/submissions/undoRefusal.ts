/** Why a submission is not undone, as a sentence for the analyst; nothing was changed. */
export class UndoRefusal extends Error {}
