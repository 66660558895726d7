import { type CutOver, cutOver } from '../../stages/cut-over.ts'
import { type RolledBack, rollback } from '../../stages/rollback.ts'
import { status } from '../../stages/status.ts'
import { waitsOf } from '../../stages/waits.ts'
import type { World } from '../../stages/world.ts'
import type { Telling } from '../telling.ts'
import { isToMove, tenantsOf } from '../tenants.ts'
import type { Run } from './run.ts'
import { counted } from './words.ts'

export const runCutOver: Run = async (world, { flags, telling }) => {
  for (const done of await cutOver(world, await tenantsOf(world, flags.tenants, isToMove)))
    tellHandedOver(world, telling, 'cut-over', 'cut over', done)
  return true
}

export const runRollback: Run = async (world, { flags, telling }) => {
  const waits = waitsOf(world, flags.waitS)
  const done = await rollback(world, await tenantsOf(world, flags.tenants, isToMove), waits)
  for (const one of done) tellHandedOver(world, telling, 'rolled-back', `back in ${world.from.name}, with`, one)
  if (done.length === 0)
    telling.outcome([`${world.service.name}: nothing is on its way`], {
      step: 'rolled-back',
      service: world.service.name,
    })
  return true
}

const tellHandedOver = (
  { service }: World,
  telling: Telling,
  step: string,
  words: string,
  { tenant, epoch, streams, records, longest: { waitMs, stream } }: CutOver | RolledBack,
): void =>
  telling.outcome(
    [
      `${service.name}, ${tenant}: ${words} ${counted(streams, 'stream')} and ${counted(records, 'plain record')}; nobody had to wait longer than ${Math.ceil(waitMs)} ms${stream ? ` (${stream})` : ''}`,
    ],
    {
      step,
      service: service.name,
      tenant,
      epoch,
      streams,
      records,
      longestWaitMs: waitMs,
      longestStream: stream,
    },
  )

export const runStatus: Run = async (world, { flags, telling }) => {
  for (const tenant of await tenantsOf(world, flags.tenants)) {
    const it = await status(world, tenant)
    const details = [
      `epoch ${it.epoch}`,
      it.reads !== it.home && `views are read in ${it.reads}`,
      it.verified && `verified ${it.verified}`,
      it.longestWaitMs !== undefined && `longest wait ${it.longestWaitMs} ms`,
    ]
    telling.outcome(
      [
        `${world.service.name}, ${tenant}: home ${it.home}, ${it.state} (${details.filter(Boolean).join(', ')}). Next: ${it.next}`,
      ],
      { step: 'status', service: world.service.name, ...it },
    )
  }
  return true
}
