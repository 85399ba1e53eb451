import { buildClientIfStale } from './clientBuild.ts'

await buildClientIfStale({ onBuild: () => console.log('Building the client …') })
console.log('The client is built: dist/client')
