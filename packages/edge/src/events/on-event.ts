import type { CommandMeta } from '@awayday/event-sourcing'
import type { Instant } from '@awayday/kernel'
import type { GenericSchema, InferOutput } from 'valibot'
import { invocation, type LambdaContext } from '../invocation.ts'
import { conform } from '../json/conform.ts'
import type { EdgeWorld } from '../world.ts'
import { BadEvent, type BusDelivery, type Detail, detailOf, metaOf } from './bus-delivery.ts'

/** What a reaction is told beside the event's data. */
export type About = {
  /** Its key is the event's id, so a command made from it has one effect, however often the event is delivered. */
  readonly meta: CommandMeta
  readonly event: { readonly id: string; readonly type: string; readonly source: string; readonly at: Instant }
}

/** What a function does with one type of event. */
export type Reaction<World, Schema extends GenericSchema> = {
  /** Not strict: publishers may add members. */
  readonly data: Schema
  readonly run: (world: World, data: InferOutput<Schema>, about: About) => Promise<void>
}

/**
 * A function that reacts to integration events, by detail type. One that is not as expected is thrown: the platform
 * tries again, then parks it where people see it.
 */
export const onEvent = <World extends EdgeWorld, Schemas extends Readonly<Record<string, GenericSchema>>>({
  world,
  on,
}: {
  readonly world: Promise<World>
  readonly on: { readonly [Type in keyof Schemas]: Reaction<World, Schemas[Type]> }
}): ((event: BusDelivery, context?: LambdaContext) => Promise<void>) => {
  const byType = new Map<string, AnyReaction<World>>(Object.entries(on))
  return invocation<World, BusDelivery, Task<World>, void, void>(world, {
    begin: (event, ready) => ({ event, world: ready }),
    check: (task) => {
      const { event } = task
      task.detail = detailOf(event.detail)
      task.meta = metaOf(event, task.detail, task.world)
    },
    run: async ({ event, world: ready, detail, meta }) => {
      const reaction = byType.get(event['detail-type'])
      if (!reaction || !detail || !meta) throw new BadEvent('not a type that was asked for')
      const data = conform(reaction.data, detail.data)
      if (!data.ok) throw new BadEvent('its data are not as expected')
      const { id, at } = detail
      await reaction.run(ready, data.value as never, {
        meta,
        event: { id, at, type: event['detail-type'], source: event.source },
      })
    },
    present: () => undefined,
    facts: (event, task) => ({
      route: `event ${event['detail-type']}`,
      status: 200,
      tenant: task?.meta?.tenant,
      correlation: task?.meta?.correlation,
      cause: task?.meta?.cause,
    }),
  })
}

type Task<World> = { readonly event: BusDelivery; readonly world: World; detail?: Detail; meta?: CommandMeta }

/** Reactions to differently shaped data in one table. */
type AnyReaction<World> = {
  readonly data: GenericSchema
  readonly run: (world: World, data: never, about: About) => Promise<void>
}
