import { utcDate } from '@awayday/clock/zone'
import { eventsIn, readBody, type StoredRecord, whole } from '@awayday/event-sourcing'
import { type Instant, ok, type PersonId, type Result } from '@awayday/kernel'
import { becauseIn, daysTold, type Notice, noticeOf } from '#domain/company/notice.ts'
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

/** Of a page. */
const MOST = 50

/**
 * What was charged again, corrected, or given otherwise to somebody by what others have set up: when, why, before and after. Newest
 * first, a page at a time: `before` is the version of the last one that was seen. It is read from the stream, so it says what happened
 * and nothing else.
 */
export const notices =
  (world: World) =>
  async ({
    actor,
    input,
  }: Asked<{ readonly person: PersonId | null; readonly before: number | null }>): Promise<
    Result<readonly Noticed[], UnknownPerson>
  > => {
    const told = await seen(world, actor, { person: input.person, knownAt: null })
    if (!told.ok) return told
    const { person, shelf } = told.value
    const { records } = await whole(world.store, personStream(actor.tenant, person))
    const found: Noticed[] = []
    for (const { state, events, at, version } of toTell(person, records).toReversed()) {
      if (found.length === MOST) break
      if (input.before !== null && input.before <= version) continue
      const notice = await atHand(shelf, () => noticeOf(state, events, shelf.documents, daysTold(utcDate(at))))
      if (notice) found.push({ ...notice, at, version })
    }
    return ok(found)
  }

/** The records that may have something to tell, with what was known before each. */
const toTell = (person: PersonId, records: readonly StoredRecord[]) => {
  let state = initial(person)
  return records.flatMap((record) => {
    const [before, events, { at }] = [state, eventsIn(record, personCodec), readBody(record)]
    state = events.reduce(evolve, state)
    return becauseIn(events).length > 0 ? [{ state: before, events, at, version: record.version }] : []
  })
}
