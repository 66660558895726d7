import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { written } from './written.ts'

const root = resolve(import.meta.dirname, '../../..')
const domains = readdirSync(join(root, 'services'))
  .map((service) => join(root, 'services', service, 'src/domain/tsconfig.json'))
  .filter((file) => existsSync(file))

/** What the core must not know of: each is a name the compiler cannot find there, also through a relative import. */
const names = ['process', 'fetch', 'console', 'crypto', 'setTimeout', 'URL', 'Buffer']

describe.each(domains)('%s', (extended) => {
  test('knows neither platform nor time nor network', async () => {
    await using house = await written({
      'tsconfig.json': JSON.stringify({ extends: extended, include: ['./canary.ts'] }),
      'canary.ts': `import 'node:fs'\n${names.map((name) => `export const ${name}_ = ${name}`).join('\n')}\n`,
    })
    const { stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', house.root], { encoding: 'utf8' })
    const found = [...stdout.matchAll(/TS(?:2304|2580|2584|2591|2552|2882)\D+?'([^']+)'/g)].map(([, name]) => name)
    expect(found).toEqual(['node:fs', ...names])
  })
})
