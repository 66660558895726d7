import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { openBus } from '@awayday/bus'
import type { Instant, TenantId } from '@awayday/kernel'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RETRY_AFTER_MS } from '../bus/dispatcher.ts'
import greeter from '../fixtures/greeter/service.ts'
import { failures, heard } from '../fixtures/heard.ts'
import { withHost } from '../fixtures/with-host.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8')

let host: Awaited<ReturnType<typeof withHost>>
let browser: Browser
beforeAll(async () => {
  host = await withHost([greeter])
  const executablePath = process.env['AWAYDAY_TEST_CHROMIUM'] ?? '/usr/bin/chromium'
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
})
afterAll(async () => {
  await browser.close()
  await host[Symbol.asyncDispose]()
})

const openConsole = async (colorScheme: 'light' | 'dark' = 'light'): Promise<Page> => {
  const page = await browser.newPage({ colorScheme })
  await page.goto(`${host.url}/_host/`)
  await page.getByText('greeter/hello').waitFor()
  return page
}

/** By way of the protocol, so that the page's own rule against foreign scripts stays in force. */
const violations = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe)
  return page.evaluate(`axe.run().then(({ violations }) => violations.map(({ id }) => id))`)
}

test.each(['light', 'dark'] as const)('axe finds nothing wrong with the console, %s', async (scheme) =>
  expect(await violations(await openConsole(scheme))).toEqual([]),
)

test('the clock is moved with the keyboard alone', async () => {
  const page = await openConsole()
  await page.getByLabel('Move the clock to').focus()
  await page.keyboard.type('05012031')
  await page.keyboard.press('Enter')
  await page.getByText('The clock now says 2031-05-01.').waitFor()
  expect(host.clock.now().slice(0, 10)).toBe('2031-05-01')
})

test('a parked message is seen, and driven again', async () => {
  failures.set('greeted', RETRY_AFTER_MS.length + 1)
  const bus = await openBus(process.env)
  const event = { source: 'greeter', type: 'Greeted', id: 'greeting/1@1.0', correlation: 'c', data: {} }
  await bus.publish([{ ...event, tenant: 'acme' as TenantId, at: host.clock.now() }])
  await host.settled()
  for (const n of RETRY_AFTER_MS.keys()) {
    host.travelTo(`2032-01-0${n + 1}T12:00:00.000Z` as Instant)
    await host.settled()
  }
  const page = await openConsole()
  const before = heard.get('greeted')?.length ?? 0
  await page.getByRole('button', { name: 'Re-drive' }).press('Enter')
  await page.getByText('None: every message was delivered.').waitFor()
  expect(heard.get('greeted')).toHaveLength(before + 1)
})
