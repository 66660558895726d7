import type { Appended, Failed } from '@awayday/event-sourcing'
import { invocation, type LambdaContext } from '../invocation.ts'
import type { EdgeWorld } from '../world.ts'
import { type Arrived, arrivedIn, labelOf, type StreamEvent } from './stream-event.ts'

/** What comes again: Lambda's partial batch response. */
export type StreamAnswer = { readonly batchItemFailures: { readonly itemIdentifier: string }[] }

/** A function that follows a table of records. What `deliver` calls failed comes again; so does all, if it throws. */
export const onStream = <World extends EdgeWorld>({
  world,
  deliver,
}: {
  readonly world: Promise<World>
  /** `label`: of the stream that the batch comes from. */
  readonly deliver: (world: World) => (batch: readonly Appended[], label?: string) => Promise<readonly Failed[]>
}): ((event: StreamEvent, context?: LambdaContext) => Promise<StreamAnswer>) => {
  // Once per process: a runner may keep what it learnt about streams from one batch to the next.
  const delivers = world.then(deliver)
  delivers.catch(() => undefined) // every invocation meets the same rejection, and answers it
  return invocation<World, StreamEvent, Task, readonly Failed[], StreamAnswer>(world, {
    begin: (event) => ({ event, arrived: arrivedIn(event), failed: 0 }),
    run: async ({ event, arrived }) => {
      const batch = arrived.flatMap(({ appended }) => appended ?? [])
      return batch.length === 0 ? [] : (await delivers)(batch, labelOf(event))
    },
    present: (task, failed) => {
      const again = new Set(failed.map(({ stream, version }) => keyOf(stream, version)))
      const batchItemFailures = task.arrived
        .filter(({ appended }) => !appended || again.has(keyOf(appended.stream, appended.record.version)))
        .map(({ sequence }) => ({ itemIdentifier: sequence }))
      task.failed = batchItemFailures.length
      return { batchItemFailures }
    },
    facts: (event, task) => ({ route: 'stream', status: 200, records: event.Records.length, failed: task?.failed }),
  })
}

type Task = { readonly event: StreamEvent; readonly arrived: readonly Arrived[]; failed: number }

const keyOf = ({ tenant, name }: Appended['stream'], version: number): string => `${tenant} ${name} ${version}`
