import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approve, chooseFreeDay, openBrowser, requestLeave, rowOf, signedIn } from './newcomer.ts'
import { startProduct } from './product.ts'
import { homes } from './stores.ts'

const TODAY = '2026-06-01'
const MONDAYS = ['2026-06-15', '2026-06-22', '2026-07-13', '2026-08-24', '2026-09-14', '2026-10-12', '2026-11-16']
/** Work that is under way goes on after the crash: sweeps, retries, the page's own reconnection. */
const RECOVERY_MS = 30_000

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe.each(Object.entries(homes))('a newcomer, on %s', (_store, makeHome) => {
  test('requests leave, sees it approved without a reload, and reads why; also when the product is killed in the middle', async () => {
    await using home = await makeHome()
    let product = await startProduct([...home.flags, '--port', '0', '--today', TODAY], home.env)
    try {
      const ana = await signedIn(browser, product.url, 'Ana Costa')
      const ben = await signedIn(browser, product.url, 'Ben Fischer')

      const first = await chooseFreeDay(ana, MONDAYS)
      expect(await requestLeave(ana, 'first wish')).toBeLessThan(1000)
      await approve(ben, 'first wish')
      await rowOf(ana, 'first wish').getByText('Approved', { exact: true }).waitFor()
      expect(await violations(ana)).toEqual([])
      expect(await violations(ben)).toEqual([])

      await chooseFreeDay(ana, MONDAYS.slice(MONDAYS.indexOf(first) + 1))
      await requestLeave(ana, 'second wish')
      const { port } = product
      await product.kill9()
      product = await startProduct([...home.flags, '--port', String(port)], home.env)
      await ben.goto(product.url)
      await approve(ben, 'second wish')
      await rowOf(ana, 'second wish').getByText('Approved', { exact: true }).waitFor({ timeout: RECOVERY_MS })

      await ana.getByRole('button', { name: 'Why?' }).first().click()
      await ana.getByRole('button', { name: 'End of this year' }).click()
      await ana.getByRole('row').filter({ hasText: first }).waitFor()
      expect(await violations(ana)).toEqual([])
    } finally {
      await product[Symbol.asyncDispose]()
    }
  })
})

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds on the page as it stands: the rule and where. */
const violations = async (page: Page): Promise<readonly string[]> =>
  page.evaluate(`${axe}; axe.run().then((found) => found.violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`)
