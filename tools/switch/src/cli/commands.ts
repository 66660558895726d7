import { unreachable } from '@awayday/kernel'
import type { ServiceManifest } from '@awayday/manifest'
import { PRICES } from '../plan/estimate.ts'
import { plan } from '../plan/plan.ts'
import { capture } from '../stages/capture.ts'
import { copy, tail } from '../stages/copy.ts'
import { cutOver } from '../stages/cut-over.ts'
import { deleteLeft } from '../stages/delete-left.ts'
import { finish } from '../stages/finish.ts'
import { reportOf, writeReport } from '../stages/report.ts'
import { rollback } from '../stages/rollback.ts'
import { shadowRead } from '../stages/shadow-read.ts'
import { status } from '../stages/status.ts'
import { verifyMove } from '../stages/verify-move.ts'
import { waitsOf } from '../stages/waits.ts'
import type { World } from '../stages/world.ts'
import type { Flags, Stage } from './flags.ts'
import { openWorld } from './open-world.ts'
import type { Telling } from './telling.ts'
import { hasMoved, isToFinish, isToMove, tenantsOf } from './tenants.ts'

type Context = {
  readonly flags: Flags
  readonly env: NodeJS.ProcessEnv
  readonly telling: Telling
  readonly stop: AbortSignal
}
/** A stage of one service: whether all is well. */
type Run = (world: World, context: Context) => Promise<boolean>

/** Runs what was asked for, one service after the other. Resolves to the exit code: 1 where something differs, or cannot be moved. */
export const runStages = async (context: Context): Promise<number> => {
  const { stage, cutOver, follow } = context.flags
  if (stage === 'tail' && follow) return followed(context)
  const stages: readonly Stage[] =
    stage === 'run'
      ? ['plan', 'capture', 'copy', 'tail', 'verify', ...(cutOver ? (['cut-over'] as const) : []), 'status']
      : [stage]
  for (const each of stages)
    for (const service of context.flags.services) if (!(await runOne(each, service, context))) return 1
  if (stage === 'run' && !cutOver)
    context.telling.outcome(['All is copied and verified. Go on with cut-over.'], { step: 'stopped', next: 'cut-over' })
  return 0
}

/** All services at the same time, as none comes to an end. The first that is in trouble ends the others. */
const followed = async (context: Context): Promise<number> => {
  const halt = new AbortController()
  const stop = AbortSignal.any([context.stop, halt.signal])
  const following = context.flags.services.map((service) =>
    runOne('tail', service, { ...context, stop }).catch((trouble: unknown) => halt.abort(trouble)),
  )
  await Promise.all(following)
  stop.throwIfAborted() // with the first one's trouble
  return 0
}

const runOne = async (stage: Stage, service: ServiceManifest, context: Context): Promise<boolean> => {
  const { flags, env, telling, stop } = context
  await using world = await openWorld(env, { ...flags, stage }, service, { tell: telling.step, stop })
  return await COMMANDS[stage](world, context) // the stores stay open until then
}

const COMMANDS: Readonly<Record<Stage, Run>> = {
  plan: async (world, { flags, telling }) => {
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
                `  about ${counted(it.cost.writes, 'write unit')}, ${it.cost.dollars} US dollars on demand (${PRICES.region}, as of ${PRICES.asOf}), and ${counted(it.seconds, 'second')} at ${flags.maxWriteUnits ?? 1_000} units a second`,
              ]
            : []),
          ...obstacles.map(({ collection, key, reason }) => `  cannot be moved: ${collection} ${key}: ${reason}`),
          ...(it.obstaclesInAll > obstacles.length ? [`  and ${it.obstaclesInAll - obstacles.length} more`] : []),
        ],
        { step: 'planned', service: service.name, from: from.name, to: to.name, ...it, obstacles },
      )
    }
    return well
  },

  capture: async (world, { flags, telling }) => {
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
  },

  copy: async (world, { flags, telling }) => {
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
  },

  tail: async (world, { flags, telling }) => {
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
  },

  verify: async (world, { flags, telling }) => {
    let well = true
    for (const tenant of await tenantsOf(world, flags.tenants, isToMove)) {
      const { differences, sentences, more, compared, repaired, at, epoch } = await verifyMove(world, tenant, {
        mend: flags.repair,
      })
      well &&= differences.length === 0 && !more
      const counts = compared.map(({ collection, count }) => `${count.toLocaleString('en')} ${collection}`).join(', ')
      telling.outcome(
        [
          `${world.service.name}, ${tenant}: compared ${counts}: ${differences.length === 0 ? 'equal' : counted(differences.length, 'difference')}${repaired > 0 ? `, ${repaired} mended` : ''}`,
          ...sentences.map((sentence) => `  ${sentence}`),
          ...(more ? ['  and more'] : []),
        ],
        {
          step: 'verified',
          service: world.service.name,
          tenant,
          at,
          epoch,
          equal: differences.length === 0,
          compared,
          repaired,
          differences,
        },
      )
    }
    return well
  },

  'shadow-read': async (world, { flags, telling }) => {
    let well = true
    const options = { percent: flags.percent, forMs: flags.forS * 1_000 }
    for (const { tenant, ...it } of await shadowRead(world, await tenantsOf(world, flags.tenants, isToMove), options)) {
      well &&= it.different === 0
      telling.outcome(
        [
          `${world.service.name}, ${tenant}: compared ${counted(it.asked, 'answer')}: ${it.alike} alike, ${it.different} different, ${it.unsettled} kept changing, ${it.failed} failed; ${it.hereMs} ms and ${it.hereReads} read units where reads are answered, ${it.thereMs} ms and ${it.thereReads} in the other store`,
          ...it.mismatches.map(
            ({ question, asked, here, there }) =>
              `  ${question} ${asked}: ${here.rows} rows ${here.digest} here, ${there.rows} rows ${there.digest} there`,
          ),
        ],
        { step: 'shadow-read', service: world.service.name, tenant, ...it },
      )
    }
    return well
  },

  'cut-over': async (world, { flags, telling }) => {
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
  },

  rollback: async (world, { flags, telling }) => {
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
  },

  finish: async (world, context) => {
    const { flags, env, telling } = context
    if (flags.delete) return deleted(world, context)
    const done = await finish(
      world,
      await tenantsOf(world, flags.tenants, isToFinish),
      waitsOf(world, flags.waitS),
      {},
      (finished) => writeReport(world, finished, env['AWAYDAY_SECRET'] ?? ''),
    )
    for (const { tenant, epoch, late } of done) {
      const report = reportOf(world, tenant, epoch)
      const sentences = [
        `${world.service.name}, ${tenant}: lives in ${world.to.name} now. Report: ${report}`,
        ...late.brought.map((name) => `  a call that took longer than the wait had written ${name}: brought`),
        ...late.left.map(
          (name) =>
            `  a call that took longer than the wait had written ${name}, and ${world.to.name} has another: left in ${world.from.name}, look at both`,
        ),
      ]
      telling.outcome(sentences, {
        step: 'finished',
        late,
        service: world.service.name,
        tenant,
        epoch,
        report,
      })
    }
    if (done.length === 0)
      telling.outcome([`${world.service.name}: nothing is left to finish`], {
        step: 'finished',
        service: world.service.name,
      })
    return true
  },

  status: async (world, { flags, telling }) => {
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
  },

  run: async () => unreachable('run' as never),
}

const deleted: Run = async (world, { flags, telling }) => {
  for (const tenant of await tenantsOf(world, flags.tenants, hasMoved)) {
    const { items } = await deleteLeft(world, tenant)
    telling.outcome([`${world.service.name}, ${tenant}: deleted ${counted(items, 'item')} in ${world.from.name}`], {
      step: 'deleted',
      service: world.service.name,
      tenant,
      items,
    })
  }
  return true
}

const speedOf = ({ maxWriteUnits }: Flags) => (maxWriteUnits === undefined ? {} : { maxWriteUnits })

const counted = (n: number, what: string): string => `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`
const sized = (bytes: number): string =>
  bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
