import { utcDate } from '@awayday/clock/zone'
import { eventsIn, readBody, whole } from '@awayday/event-sourcing'
import { err, type Instant, ok, type PersonId, type Result } from '@awayday/kernel'
import { daysTold, type Notice, noticeOf } from '#domain/company/notice.ts'
import { evolve } from '#domain/person/evolve.ts'
import { initial } from '#domain/person/state.ts'
import type { World } from '#ports/world.ts'
import { personCodec } from '#wire/events.ts'
import { type Asked, mayAsk, type UnknownPerson } from '../asked.ts'
import { isUnknownDocument, type Shelf } from '../documents.ts'
import { personStream, tellPerson } from '../person-stream.ts'
import { todayOf } from '../today.ts'

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
    const person = input.person ?? actor.person
    const { state: now, shelf } = await tellPerson(world, actor.tenant, person)
    if (!mayAsk(actor, now, todayOf(world, now))) return err({ type: 'UnknownPerson', person })
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

/** Earlier facts may name documents that no fact names today. */
const atHand = async <T>(shelf: Shelf, reckon: () => T): Promise<T> => {
  for (;;) {
    try {
      return reckon()
    } catch (error) {
      if (!isUnknownDocument(error)) throw error
      await shelf.fetch(error)
    }
  }
}
