import { type NewRecord, newRecord } from '@awayday/event-sourcing'
import type { Instant, TenantId } from '@awayday/kernel'

export const tenant = 'acme' as TenantId

/** A record such as a request for leave makes: about 900 bytes, the n-th of the bench. */
export const request = (n: number, prev: string | null): NewRecord =>
  newRecord({
    at: '2026-03-02T09:00:00.000Z' as Instant,
    by: 'ana',
    command: { id: `command-${n}`.padEnd(43, '0'), digest: 'digest'.padEnd(43, '0') },
    correlation: '8b1f2c3d-0000-0000-0000-000000000000',
    cause: '8b1f2c3d-0000-0000-0000-000000000000',
    prev,
    events: [{ type: 'LeaveRequested', v: 1, data: { request: `r${n}`, by: 'ana', on: '2026-03-02', charges } }],
  })

const charges = ['02', '03', '04', '05', '06', '09', '10', '11'].map((day) => ({
  on: `2026-03-${day}`,
  amount: { unit: 'day', n: 10_000 },
}))
