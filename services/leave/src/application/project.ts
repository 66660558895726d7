import { utcDate } from '@awayday/clock/zone'
import {
  type Consumer,
  type Delivery,
  eventsIn,
  type FollowedStore,
  oneByOne,
  readBody,
  statesAround,
  viewProjection,
} from '@awayday/event-sourcing'
import { isOpen } from '#domain/approval/passing.ts'
import { approversFrom } from '#domain/person/employment.ts'
import type { Event } from '#domain/person/events.ts'
import { rowsOf } from '#domain/person/rows.ts'
import { type LeaveEvent, leaveEvents } from '#domain/published-facts.ts'
import type { World } from '#ports/world.ts'
import { personCodec } from '#wire/events.ts'
import { following } from './person-stream.ts'

/** Keeps the rows of calendars and inboxes, and tells those who may be looking at them. */
export const project = ({
  rows,
  isRead,
  clock,
  bus,
}: Pick<World, 'clock' | 'bus'> & Pick<FollowedStore, 'rows' | 'isRead'>): Consumer => {
  const projection = viewProjection({ name: 'project', rows, clock, ...following, rowsOf })
  const around = statesAround(following)
  const tell = async (delivery: Delivery): Promise<void> => {
    const { stream, record } = delivery
    if (!(await isRead(stream.tenant))) return // nobody looks at these rows yet, or any more
    if (isOfTheDirectory(eventsIn(record, personCodec))) return
    const { owner, employment, requests } = (await around(delivery)).after
    const { at, correlation } = readBody(record)
    const asked = requests.filter(({ approval }) => isOpen(approval)).flatMap(({ waitsFor }) => waitsFor ?? [])
    const deciding = [...approversFrom(employment, utcDate(at)), ...asked].filter((approver) => approver !== null)
    const { type, ...data }: LeaveEvent = {
      type: 'LeaveViewsChanged',
      person: owner,
      version: record.version,
      audience: [...new Set([owner, ...deciding])],
    }
    const id = `${stream.name}@${record.version}.views`
    await bus.publish([{ source: leaveEvents.source, type, id, tenant: stream.tenant, at, correlation, data }])
  }
  return {
    ...projection,
    async consume(delivery) {
      await projection.consume(delivery)
      await tell(delivery)
    },
    async consumeAll(deliveries) {
      await projection.consumeAll(deliveries)
      for (const delivery of oneByOne(deliveries)) await tell(delivery)
    },
  }
}

/** Where somebody works changes no page about leave by itself; what it makes leave cost otherwise does. */
const isOfTheDirectory = (events: readonly Event[]): boolean =>
  events.some(({ type }) => type.startsWith('Employment')) &&
  events.every(({ type }) => type.startsWith('Employment') || type === 'TermsApplied')
