import type { EventStore } from '../../../event-store.port.ts'
import { listed } from '../../../testing/reading.ts'
import { openDatabase } from '../database.ts'
import { sqliteEventStore } from '../event-store.ts'

/** A process that answers for an event store over the file it is given: one of two that race in the int specs. */
export type Question = {
  readonly id: number
  readonly what: keyof EventStore
  readonly given: readonly unknown[]
}
export type Answer = {
  readonly id: number
  readonly value?: unknown
  readonly trouble?: { readonly name: string; readonly message: string }
}

const store = sqliteEventStore(openDatabase(process.argv[2] ?? ''))

const answerTo = async ({ what, given }: Question): Promise<unknown> => {
  switch (what) {
    case 'read':
      return store.read(...(given as Parameters<EventStore['read']>))
    case 'append':
      return store.append(...(given as Parameters<EventStore['append']>))
    case 'heads':
      return listed(store.heads(...(given as Parameters<EventStore['heads']>)))
    default:
      throw new Error(`no such question: ${what satisfies never}`)
  }
}

process.on('message', async (question: Question) => {
  const { id } = question
  try {
    process.send?.({ id, value: await answerTo(question) } satisfies Answer)
  } catch (cause) {
    const { name, message } = cause as Error
    process.send?.({ id, trouble: { name, message } } satisfies Answer)
  }
})
process.send?.('open')
