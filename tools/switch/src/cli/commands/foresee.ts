import { PRICES } from '@awayday/meter/prices'
import { cardsOf } from '../../card/card.ts'
import { portsInCode } from '../../card/ports-in-code.ts'
import { plan, USUAL_RATE } from '../../plan/plan.ts'
import { tenantsOf } from '../tenants.ts'
import type { Run } from './run.ts'
import { counted, sized } from './words.ts'

export const runCard: Run = async (world, { flags, telling }) => {
  const { from, to, service } = world
  const plans = []
  for (const tenant of await tenantsOf(world, flags.tenants)) plans.push(await plan(world, tenant))
  const ports = portsInCode().filter(({ home }) => home.startsWith('packages/') || home === `services/${service.name}`)
  const leaving = { from: from.name, to: to.name, writesPerSecond: flags.maxWriteUnits ?? USUAL_RATE }
  for (const card of cardsOf(ports, plans, leaving)) {
    const { port, home, clauses, leaves, finds, toWrite, days, data, seconds, dollars } = card
    const code =
      toWrite > 0
        ? `about ${counted(toWrite, 'line')} to write, ${counted(days, 'day')}`
        : `no line to write: the adapter for ${to.name} has ${finds}, that for ${from.name} ${leaves}`
    const kept =
      data.items > 0
        ? `${counted(data.items, 'item')}, ${sized(data.bytes)}: ${counted(seconds, 'second')}, ${dollars} US dollars`
        : 'nothing that would have to move'
    telling.outcome([`${service.name}, ${port} (${home}, ${counted(clauses, 'clause')}): ${code}; ${kept}`], {
      step: 'card',
      service: service.name,
      from: from.name,
      to: to.name,
      ...card,
    })
  }
  return true
}

export const runPlan: Run = async (world, { flags, telling }) => {
  const { from, to, service } = world
  let well = true
  for (const tenant of await tenantsOf(world, flags.tenants)) {
    const { obstacles, ...it } = await plan(world, tenant, flags.maxWriteUnits)
    const { events, records, registry } = it.collections
    const bytes = events.bytes + records.bytes + registry.bytes
    well &&= it.obstaclesInAll === 0
    telling.outcome(
      [
        it.toMove
          ? `${service.name}, ${tenant}: ${counted(events.items, 'record')} of ${counted(it.streams, 'stream')}, ${counted(records.items, 'plain record')}, ${counted(registry.items, 'key')}; ${sized(bytes)}, the largest ${sized(it.largest.bytes)} (${it.largest.key})`
          : `${service.name}, ${tenant}: lives in ${to.name} already`,
        ...(it.cost && it.toMove
          ? [
              `  about ${counted(it.cost.writes, 'write unit')}, ${it.cost.dollars} US dollars on demand (${PRICES.region}, as of ${PRICES.asOf}), and ${counted(it.seconds, 'second')} at ${flags.maxWriteUnits ?? USUAL_RATE} units a second`,
            ]
          : []),
        ...obstacles.map(({ collection, key, reason }) => `  cannot be moved: ${collection} ${key}: ${reason}`),
        ...(it.obstaclesInAll > obstacles.length ? [`  and ${it.obstaclesInAll - obstacles.length} more`] : []),
      ],
      { step: 'planned', service: service.name, from: from.name, to: to.name, ...it, obstacles },
    )
  }
  return well
}
