/** Why a pack was not made, changed or published, as a sentence; nothing was changed. */
export class PackRefusal extends Error {}
