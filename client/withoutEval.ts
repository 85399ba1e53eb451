declare global {
  var __zod_globalConfig: { jitless?: boolean } | undefined
}

// Zod looks whether it may make functions from text; the policy of the page forbids it, and the browser would complain.
globalThis.__zod_globalConfig = { jitless: true }

export {}
