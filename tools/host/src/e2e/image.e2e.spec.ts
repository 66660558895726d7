import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chooseFreeDay, openBrowser, requestLeave, rowOf, signedIn } from './newcomer.ts'

const ROOT = resolve(import.meta.dirname, '../../../..')
const TAG = 'awayday-test/product'
const TODAY = '2026-06-01'

const run = (command: string, ...args: readonly string[]): string =>
  execFileSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim()

const works = (command: string, ...args: readonly string[]): boolean => {
  try {
    run(command, ...args)
    return true
  } catch {
    return false
  }
}

/** Where scripts/test-servers has made images, as none can be pulled, the image stands on one of these. */
const buildImage = (): void => {
  if (!works('docker', 'info')) throw new Error('The image needs a Docker engine: see scripts/test-servers/README.md')
  const isMade = works('docker', 'image', 'inspect', 'awayday-test/debian:sid')
  if (isMade) run('scripts/test-image/up')
  const given = [
    ...(isMade ? ['NODE=awayday-test/node'] : []),
    `NPM_CONFIG_REGISTRY=${run('npm', 'config', 'get', 'registry')}`,
  ]
  const args = given.flatMap((one) => ['--build-arg', one])
  run('docker', 'build', '--quiet', '--network', 'host', ...args, '--tag', TAG, '.')
}

/** As compose.yaml runs it: without rights, on a file system that cannot be written to but for its volume. */
const started = (...flags: readonly string[]): string =>
  run(
    'docker',
    'run',
    '--detach',
    '--read-only',
    '--tmpfs=/tmp',
    '--cap-drop=ALL',
    '--security-opt=no-new-privileges',
    '--publish=127.0.0.1::3000',
    TAG,
    ...flags,
  )

const urlOf = (container: string): string => `http://${run('docker', 'port', container, '3000')}`

/** Asks until it is so; a container that has ended says why. */
const until = async (container: string, isSo: () => boolean): Promise<void> => {
  while (!isSo()) {
    if (stateOf(container, 'Status') !== 'running')
      throw new Error(`the container has ended: ${run('docker', 'logs', '--tail', '3', container)}`)
    await after(500)
  }
}
const stateOf = (container: string, what: string): string =>
  run('docker', 'inspect', '--format', `{{.State.${what}}}`, container)

/** When the image's own health check says so. */
const healthy = (container: string): Promise<void> =>
  until(container, () => stateOf(container, 'Health.Status') === 'healthy')

/** When the demo company is there. */
const welcomed = (container: string): Promise<void> =>
  until(container, () =>
    run('docker', 'logs', '--since', stateOf(container, 'StartedAt'), container).includes('Dashboard'),
  )

describe('the image', () => {
  let browser: Browser
  let container = ''
  beforeAll(async () => {
    buildImage()
    browser = await openBrowser()
    container = started('--today', TODAY)
    await healthy(container)
  }, 600_000)
  afterAll(async () => {
    await browser?.close()
    if (container) run('docker', 'rm', '--force', '--volumes', container)
  })

  test('serves the product to a browser, and has it again after it was killed', { timeout: 300_000 }, async () => {
    await welcomed(container)
    const ana = await signedIn(browser, urlOf(container), 'Ana Costa')
    await chooseFreeDay(ana, ['2026-06-15', '2026-06-22', '2026-07-13'])
    await requestLeave(ana, 'from a container')

    run('docker', 'kill', container)
    run('docker', 'start', container)
    await healthy(container)
    await welcomed(container)
    const again = await signedIn(browser, urlOf(container), 'Ana Costa') // the port is another
    await rowOf(again, 'from a container').waitFor()
  })

  test('runs as nobody in particular, and builds nothing when it runs', () => {
    expect(run('docker', 'exec', container, 'node', '-p', 'process.getuid()')).toBe('1000')
    expect(run('docker', 'exec', container, 'node', '-p', 'fs.existsSync("node_modules/vitest")')).toBe('false')
  })

  test('takes a backup', () => {
    const said = run('docker', 'exec', container, 'node', 'tools/backup/src/backup.ts', '--to', '/data/backup')
    expect(said).toContain('demo')
  })

  test('ends cleanly when it is asked to', () => {
    run('docker', 'stop', '--time', '30', container)
    expect(stateOf(container, 'ExitCode')).toBe('0')
  })
})
