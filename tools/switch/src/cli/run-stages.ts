import type { ServiceManifest } from '@awayday/manifest'
import { runCapture, runCopy, runTail } from './commands/bring.ts'
import { runShadowRead, runVerify } from './commands/compare.ts'
import { runFinish } from './commands/end.ts'
import { runCard, runPlan } from './commands/foresee.ts'
import { runCutOver, runRollback, runStatus } from './commands/hand-over.ts'
import type { Context, Run } from './commands/run.ts'
import type { Stage } from './flags.ts'
import { openWorld } from './open-world.ts'

type One = Exclude<Stage, 'run'>

/** Runs what was asked for, one service after the other. Resolves to the exit code: 1 where something differs, or cannot be moved. */
export const runStages = async (context: Context): Promise<number> => {
  const { stage, cutOver, follow } = context.flags
  if (stage === 'tail' && follow) return followed(context)
  const stages: readonly One[] =
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

const runOne = async (stage: One, service: ServiceManifest, context: Context): Promise<boolean> => {
  const { flags, env, telling, stop } = context
  await using world = await openWorld(env, { ...flags, stage }, service, { tell: telling.step, stop })
  return await COMMANDS[stage](world, context) // the stores stay open until then
}

const COMMANDS: Readonly<Record<One, Run>> = {
  card: runCard,
  plan: runPlan,
  capture: runCapture,
  copy: runCopy,
  tail: runTail,
  verify: runVerify,
  'shadow-read': runShadowRead,
  'cut-over': runCutOver,
  rollback: runRollback,
  finish: runFinish,
  status: runStatus,
}
