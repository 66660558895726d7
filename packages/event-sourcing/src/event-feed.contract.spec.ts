import { onTrial } from '@awayday/contract-testing'
import { openDatabase, sqliteEventFeed, sqliteEventStore } from './adapters/sqlite/index.ts'
import { eventFeedContract, type StoreWithFeed } from './event-feed.contract.ts'
import type { Appended, EventFeed, Failed } from './event-feed.port.ts'
import { given } from './testing/given.ts'

type Take = (batch: readonly Appended[]) => Promise<readonly Failed[]>
const through = ({ events, feed }: StoreWithFeed, change: (to: Take) => Take): StoreWithFeed => ({
  events,
  feed: { deliver: (to) => feed.deliver(change(to)) },
})
const withFeed = ({ events, feed }: StoreWithFeed, change: (honest: EventFeed) => EventFeed): StoreWithFeed => ({
  events,
  feed: change(feed),
})

onTrial<StoreWithFeed, ReturnType<typeof given>>('the contract of event feeds', eventFeedContract, {
  open: async () => {
    const db = openDatabase(':memory:')
    return { events: sqliteEventStore(db), feed: sqliteEventFeed(db) }
  },
  given,
  patienceMs: 3_000,
  saboteurs: {
    'never delivers the second record': (honest) =>
      through(honest, (to) => async (batch) => {
        const rest = batch.filter(({ record }) => record.version !== 2)
        return rest.length > 0 ? to(rest) : []
      }),
    'delivers one record a batch, without waiting': (honest) =>
      through(honest, (to) => async (batch) => (await Promise.all(batch.map((one) => to([one])))).flat()),
    'delivers empty batches': (honest) =>
      through(honest, (to) => async (batch) => [...(await to([])), ...(await to(batch))]),
    'changes what it delivers': (honest) =>
      through(
        honest,
        (to) => (batch) =>
          to(batch.map((it) => ({ ...it, record: { ...it.record, body: it.record.body.slice(0, 99) } }))),
      ),
    'forgets what failed': (honest) =>
      through(honest, (to) => async (batch) => {
        await to(batch)
        return []
      }),
    'forgets a batch whose taker throws': (honest) =>
      through(honest, (to) => async (batch) => {
        try {
          return await to(batch)
        } catch {
          return []
        }
      }),
    'goes on after it was closed': (honest) =>
      withFeed(honest, (feed) => ({
        deliver: (to) => {
          feed.deliver(to)
          return { [Symbol.asyncDispose]: async () => undefined }
        },
      })),
    'tells only the first who listens': (honest) => {
      let listening = false
      return withFeed(honest, (feed) => ({
        deliver: (to) => {
          if (listening) return { [Symbol.asyncDispose]: async () => undefined }
          listening = true
          return feed.deliver(to)
        },
      }))
    },
  },
})
