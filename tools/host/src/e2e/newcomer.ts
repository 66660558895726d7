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

/** Asks for the day; resolves when the page shows the request, with the milliseconds from the server's answer to that. */
export const requestLeave = async (page: Page, reason: string): Promise<number> => {
  await page.getByRole('textbox', { name: /Reason/ }).fill(reason)
  const answered = page.waitForResponse((response) => (response.request().postData() ?? '').includes('requestLeave'))
  await page.getByRole('button', { name: 'Request leave' }).click()
  await answered
  const begun = performance.now()
  await rowOf(page, reason).waitFor()
  return performance.now() - begun
}

/** The line of one's own request, found by its reason. */
export const rowOf = (page: Page, reason: string) => page.getByRole('article').filter({ hasText: `Reason: ${reason}` })

export const approve = async (page: Page, reason: string): Promise<void> => {
  await page.getByRole('link', { name: /^Approvals/ }).click()
  const card = page.getByRole('article').filter({ hasText: reason })
  await card.getByRole('button', { name: 'Approve' }).click()
  await card.waitFor({ state: 'detached' })
}
