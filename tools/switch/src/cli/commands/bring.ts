import { capture } from '../../stages/capture.ts'
import { copy, tail } from '../../stages/copy.ts'
import type { Flags } from '../flags.ts'
import { isToMove, tenantsOf } from '../tenants.ts'
import type { Run } from './run.ts'
import { counted, sized } from './words.ts'

export const runCapture: Run = async (world, { flags, telling }) => {
  for (const tenant of await tenantsOf(world, flags.tenants, isToMove)) {
    const captured = await capture(world, tenant)
    if (!captured) continue
    telling.outcome(
      [
        `${world.service.name}, ${tenant}: captured ${counted(captured.events, 'record')} of ${counted(captured.streams, 'stream')}; ${world.to.name} ${captured.heldNothing ? 'holds nothing of it' : 'holds something of it, which is compared'}`,
      ],
      { step: 'captured', service: world.service.name, ...captured },
    )
  }
  return true
}

export const runCopy: Run = async (world, { flags, telling }) => {
  const { items, bytes, itemsPerSecond } = await copy(
    world,
    await tenantsOf(world, flags.tenants, isToMove),
    speedOf(flags),
  )
  telling.outcome([`${world.service.name}: copied ${counted(items, 'item')}, ${sized(bytes)}`], {
    step: 'copied',
    service: world.service.name,
    items,
    bytes,
    itemsPerSecond,
  })
  return true
}

export const runTail: Run = async (world, { flags, telling }) => {
  const swept = await tail(world, await tenantsOf(world, flags.tenants, isToMove), {
    ...speedOf(flags),
    follow: flags.follow,
  })
  telling.outcome(
    [
      `${world.service.name}: brought ${counted(swept.events, 'record')} of ${counted(swept.streams, 'stream')}, ${counted(swept.records, 'plain record')}, ${counted(swept.registry, 'key')} that ${world.to.name} lacked`,
    ],
    { step: 'tailed', service: world.service.name, ...swept },
  )
  return true
}

const speedOf = ({ maxWriteUnits }: Flags) => (maxWriteUnits === undefined ? {} : { maxWriteUnits })
