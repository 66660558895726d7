import { type Browser, chromium, type Page } from 'playwright-core'

/** The system's Chromium: nothing is downloaded. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['AWAYDAY_TEST_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })

/** A page of its own profile, signed in as a demo person. */
export const signedIn = async (browser: Browser, url: string, name: string): Promise<Page> => {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await page.goto(url)
  await page.getByRole('button', { name, exact: true }).first().click()
  await page.getByRole('heading', { name: `Hello, ${name.split(' ')[0]}` }).waitFor()
  return page
}

/** Types the days, in the order in which this locale writes them, until one is found that the preview does not refuse. */
export const chooseFreeDay = async (page: Page, days: readonly string[]): Promise<string> => {
  for (const day of days) {
    const [year, month, dayOfMonth] = day.split('-')
    const typed = `${month}${dayOfMonth}${year}`
    await page.getByRole('group', { name: 'When' }).getByRole('spinbutton').first().click()
    await page.keyboard.type(`${typed}${typed}`, { delay: 5 })
    const preview = page.locator('form [role=status]')
    await preview.filter({ hasText: /\d/ }).waitFor()
    if (await preview.getByText(/^after|after it|→|now/i).count()) return day
  }
  throw new Error(`${days} are all refused`)
}

/** How long a command took: from the browser's question to the answer, and from there until the page showed it. */
export type Waited = { readonly answeredMs: number; readonly shownMs: number }

/** Asks for the day that was chosen; resolves when the page shows the request. */
export const requestLeave = async (page: Page, reason: string): Promise<Waited> => {
  await page.getByRole('textbox', { name: /Reason/ }).fill(reason)
  const answered = page.waitForResponse((response) => (response.request().postData() ?? '').includes('requestLeave'))
  await page.getByRole('button', { name: 'Request leave' }).click()
  const answer = await answered
  const begun = performance.now()
  await rowOf(page, reason).waitFor()
  const shownMs = performance.now() - begun
  await answer.finished()
  return { answeredMs: answer.request().timing().responseEnd, shownMs }
}

/** The line of one's own request, found by its reason. */
export const rowOf = (page: Page, reason: string) => page.getByRole('article').filter({ hasText: `Reason: ${reason}` })

export const approve = async (page: Page, reason: string): Promise<void> => {
  await page.getByRole('link', { name: /^Approvals/ }).click()
  const card = page.getByRole('article').filter({ hasText: reason })
  await card.getByRole('button', { name: 'Approve' }).click()
  await card.waitFor({ state: 'detached' })
}
