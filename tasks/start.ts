import { buildClientIfStale } from './clientBuild.ts'

process.env.NODE_ENV ??= 'production'
try {
  await buildClientIfStale({ onBuild: () => console.log('Building the client …') })
} catch (error) {
  console.error(`The client could not be built: ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
}
// In this same process: signals, exit code and memory are the server's own.
await import('../server/main.ts')
