import { stoppedClock } from '@awayday/clock'
import type { EdgeWorld } from '../world.ts'

process.env['AWAYDAY_LOG'] = 'off' // read when a function is made; specs of the log make theirs with it on

export const NOW = '2026-03-02T09:00:00.000Z'
export const world: EdgeWorld = { clock: stoppedClock(NOW), secret: 'a secret for specs, 32 characters' }
export const ana = { tenant: 'acme', person: 'ana', roles: 'employee,approver' }
