import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ServiceManifest } from '@awayday/manifest'
import { builtFrom, digestOf } from './built-from.ts'

/** Builds the web app when what it was built from has changed, in a process of its own. Undefined: it is up to date. */
export const buildDashboard = (services: readonly ServiceManifest[]): Promise<void> | undefined => {
  const service = services.find(({ web }) => web)
  if (!service?.web) return undefined
  const folder = fileURLToPath(new URL('.', service.root))
  const stamp = join(folder, service.web.folder, '.built-from')
  const sources = digestOf(builtFrom(folder))
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return undefined
  return build(folder).then(() => writeFileSync(stamp, sources))
}

const build = async (folder: string): Promise<void> => {
  const vite = createRequire(join(folder, 'package.json')).resolve('vite/package.json')
  const child = spawn(process.execPath, [join(dirname(vite), 'bin/vite.js'), 'build', '--logLevel', 'error'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production' }, // whatever is said here: a build is the same everywhere
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`The dashboard could not be built:\n${errors}`)
}
