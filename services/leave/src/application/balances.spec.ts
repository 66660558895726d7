import { addDays, daysBetween } from '@awayday/kernel'
import { expect, test } from 'vitest'
import { opened } from '#testing/desk.ts'
import { day, settled } from '#testing/office.ts'
import { save } from '#testing/settings.ts'
import { balances } from './balances.ts'

test('of many entries the newest are shown, and those before them as of an earlier day', async () => {
  const office = await opened('entries')
  const plan = { stages: [{ amount: 365, frequency: 'day' }] }
  await save(office, { kind: 'policy', id: 'daily', document: { leaveType: 'vacation', entitlement: { plan } } })
  await settled(office)
  const shown = async (on: string) => {
    const input = { person: null, knownAt: null, on: day(on) }
    const found = await balances(office.world)({ actor: office.ana, input })
    if (!found.ok || !found.value[0]) throw new Error('no balance')
    const { entries, earlierEntries } = found.value[0]
    return { entries, earlierEntries }
  }
  const all = await shown('2026-12-31')
  expect(all.earlierEntries).toBe(false)
  expect(all.entries[0]?.on).toBe('2026-01-01')
  const late = await shown('2036-12-31')
  expect(late).toMatchObject({ earlierEntries: true })
  expect(late.entries).toHaveLength(1_000)
  expect(late.entries.at(-1)?.on).toBe('2036-12-31')
  const [first] = late.entries
  const before = await shown(addDays(first?.on ?? day('2036-12-31'), -1))
  expect(daysBetween(before.entries.at(-1)?.on ?? day('2026-01-01'), first?.on ?? day('2026-01-01'))).toBe(2)
})
