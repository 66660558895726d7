import { utcDate } from '@awayday/clock/zone'
import { eventsIn, readBody, whole } from '@awayday/event-sourcing'
import { type Instant, ok, type PersonId, type Result } from '@awayday/kernel'
import { daysTold, type Notice, noticeOf } from '#domain/company/notice.ts'
import { evolve } from '#domain/person/evolve.ts'
import { initial } from '#domain/person/state.ts'
import type { World } from '#ports/world.ts'
import { personCodec } from '#wire/events.ts'
import type { Asked, UnknownPerson } from '../asked.ts'
import { atHand } from '../at-hand.ts'
import { seen } from '../figures/seen.ts'
import { personStream } from '../person-stream.ts'

/** `version`: of the record in the person's stream. */
export type Noticed = Notice & { readonly at: Instant; readonly version: number }

/**
 * What was charged again, corrected, or given otherwise to somebody by what others have set up: when, why, before and after. Newest
 * first. It is read from the stream, so it says what happened and nothing else.
 */
export const notices =
  (world: World) =>
  async ({
    actor,
    input,
  }: Asked<{ readonly person: PersonId | null }>): Promise<Result<readonly Noticed[], UnknownPerson>> => {
    const told = await seen(world, actor, { person: input.person, knownAt: null })
    if (!told.ok) return told
    const { person, shelf } = told.value
    const { records } = await whole(world.store, personStream(actor.tenant, person))
    const found: Noticed[] = []
    let state = initial(person)
    for (const record of records) {
      const [before, events, { at }] = [state, eventsIn(record, personCodec), readBody(record)]
      const notice = await atHand(shelf, () => noticeOf(before, events, shelf.documents, daysTold(utcDate(at))))
      if (notice) found.push({ ...notice, at, version: record.version })
      state = events.reduce(evolve, state)
    }
    return ok(found.toReversed())
  }
