import { expect, test } from 'vitest'

/** What `in-zones` says, else the machine's. */
const zone = process.env['AWAYDAY_TEST_ZONE'] ?? Intl.DateTimeFormat().resolvedOptions().timeZone

/** So whatever asked them would answer differently in each zone, and be found out. */
test.each([Date.UTC(2026, 0, 1, 11), Date.UTC(2026, 6, 1, 3, 15)])(`dates of JavaScript are those of ${zone}`, (at) => {
  const date = new Date(at)
  const here = [date.getDate(), date.getHours(), date.getMinutes()]
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  })
  expect(here).toEqual(
    parts.formatToParts(date).flatMap(({ type, value }) => (type === 'literal' ? [] : [Number(value)])),
  )
})
