import { readFile } from 'node:fs/promises'
import type { TenantId } from '@awayday/kernel'
import { expect, test } from 'vitest'
import { onTheMove } from '../testing/on-the-move.ts'
import { reportOf, signatureOf, writeReport } from './report.ts'

test('a report is signed as it stands, and another one, or another secret, is not', async () => {
  await using move = await onTheMove()
  const { world } = move
  const tenant = 'acme' as TenantId
  const cutOver = {
    at: world.clock.now(),
    epoch: 3,
    streams: 2,
    records: 1,
    longest: { waitMs: 12, stream: 'person/ana' },
  }
  const late = { brought: ['person/ana'], left: [] }
  await writeReport(world, { tenant, epoch: 3, late, strays: 0, state: { cutOver } }, 'a secret')
  const [report = '', signed = ''] = (await readFile(reportOf(world, tenant, 3), 'utf8')).split('\n')
  expect(JSON.parse(report)).toEqual({
    service: 'leave',
    tenant,
    from: 'mongodb',
    to: 'dynamodb',
    epoch: 3,
    finished: '2026-05-04T08:00:00.000Z',
    late,
    strays: 0,
    cutOver,
  })
  expect(JSON.parse(signed)).toEqual({ signature: signatureOf(report, 'a secret') })
  expect(signatureOf(`${report} `, 'a secret')).not.toBe(JSON.parse(signed).signature)
  expect(signatureOf(report, 'another')).not.toBe(JSON.parse(signed).signature)
})
