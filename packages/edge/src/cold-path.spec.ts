import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** What Node has loaded once the edge has answered a first request, as a function on its cold path does. */
const loaded = (): readonly string[] => {
  const program = `
    const { http, route } = await import(${JSON.stringify(import.meta.resolve('./index.ts'))})
    const world = Promise.resolve({ clock: { now: () => '2026-03-02T09:00:00.000Z' }, secret: 'x'.repeat(32) })
    const run = async (_world, { meta }) => ({ ok: true, value: { status: 200, body: meta } })
    const get = http({ world, routes: [route({ on: 'GET /', open: true, run, problems: {} })] })
    const { statusCode } = await get({
      rawPath: '/', rawQueryString: '', headers: {}, isBase64Encoded: false,
      requestContext: { http: { method: 'GET' }, requestId: 'r', stage: '$default' },
    })
    if (statusCode !== 200) throw new Error('the first answer is ' + statusCode)
    console.log(JSON.stringify(process.moduleLoadList))`
  const env = { ...process.env, AWAYDAY_LOG: 'off' }
  const out = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { env, encoding: 'utf8' })
  return JSON.parse(out)
}

test('a function’s first answer loads no fetch, no HTTP, no driver', () => {
  const modules = loaded()
  expect(modules.length).toBeGreaterThan(50)
  expect(modules.filter((name) => /undici|NativeModule _?http|NativeModule https|sqlite/.test(name))).toEqual([])
})
