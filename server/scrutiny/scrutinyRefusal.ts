/** Why something of the ledger cannot be done, as a sentence for whoever tried. */
export class ScrutinyRefusal extends Error {}
