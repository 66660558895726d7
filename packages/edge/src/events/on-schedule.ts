import { invocation, type LambdaContext } from '../invocation.ts'
import type { EdgeWorld } from '../world.ts'

/** A function that runs on a schedule. What it does must bear to be done twice, or late. The event says nothing. */
export const onSchedule = <World extends EdgeWorld>({
  world,
  run,
}: {
  readonly world: Promise<World>
  readonly run: (world: World) => Promise<void>
}): ((event: unknown, context?: LambdaContext) => Promise<void>) =>
  invocation<World, unknown, { readonly event: unknown; readonly world: World }, void, void>(world, {
    begin: (event, ready) => ({ event, world: ready }),
    run: (task) => run(task.world),
    present: () => undefined,
    facts: () => ({ route: 'schedule', status: 200 }),
  })
