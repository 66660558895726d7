import { cutOver } from '../../stages/cut-over.ts'
import { rollback } from '../../stages/rollback.ts'
import { status } from '../../stages/status.ts'
import { waitsOf } from '../../stages/waits.ts'
import { isToMove, tenantsOf } from '../tenants.ts'
import type { Run } from './run.ts'
import { counted } from './words.ts'

export const runCutOver: Run = async (world, { flags, telling }) => {
  for (const { tenant, epoch, streams, records, longest } of await cutOver(
    world,
    await tenantsOf(world, flags.tenants, isToMove),
  ))
    telling.outcome(
      [
        `${world.service.name}, ${tenant}: cut over ${counted(streams, 'stream')} and ${counted(records, 'plain record')}; nobody had to wait longer than ${Math.ceil(longest.waitMs)} ms${longest.stream ? ` (${longest.stream})` : ''}`,
      ],
      {
        step: 'cut-over',
        service: world.service.name,
        tenant,
        epoch,
        streams,
        records,
        longestWaitMs: longest.waitMs,
        longestStream: longest.stream,
      },
    )
  return true
}

export const runRollback: Run = async (world, { flags, telling }) => {
  const waits = waitsOf(world, flags.waitS)
  const done = await rollback(world, await tenantsOf(world, flags.tenants, isToMove), waits)
  for (const { tenant, epoch, streams, records, longest } of done)
    telling.outcome(
      [
        `${world.service.name}, ${tenant}: back in ${world.from.name}, with ${counted(streams, 'stream')} and ${counted(records, 'plain record')}; nobody had to wait longer than ${Math.ceil(longest.waitMs)} ms`,
      ],
      {
        step: 'rolled-back',
        service: world.service.name,
        tenant,
        epoch,
        streams,
        records,
        longestWaitMs: longest.waitMs,
      },
    )
  if (done.length === 0)
    telling.outcome([`${world.service.name}: nothing is on its way`], {
      step: 'rolled-back',
      service: world.service.name,
    })
  return true
}

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
