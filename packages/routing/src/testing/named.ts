import { type EventStore, headAfter, headAt, type StoreName } from '@awayday/event-sourcing'
import { err, ok } from '@awayday/kernel'

/** SQLite's event store under another store's name: two or three of them make a move that takes milliseconds. */
export const named = (name: StoreName, store: EventStore): EventStore => ({
  async read(stream, after) {
    const found = await store.read(stream, after)
    if (!found.ok || (after && after.version > 0)) return found
    return ok({
      ...found.value,
      head: found.value.head.epoch === 0 ? headAt(name, found.value.head) : found.value.head,
    })
  },
  async append(stream, head, record) {
    if (head.owner !== name) return err({ type: 'Conflict' })
    const appended = await store.append(stream, headAt('sqlite', head, head.epoch), record)
    return appended.ok ? ok({ ...appended.value, head: headAfter(head, [appended.value.record]) }) : appended
  },
  heads: (...call) => store.heads(...call),
})
