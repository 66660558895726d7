import type { EventStore } from '@awayday/event-sourcing'
import type { PlainRecords } from '@awayday/plain-records'

/** Lets others go on: one of all that wait is chosen, and it is told what waits. */
export type Turn = (what: string) => Promise<void>

/** A store whose every call may be overtaken before its effect, and between its effect and its answer. */
export const scheduledEvents = (store: EventStore, name: string, turn: Turn): EventStore => ({
  read: (...call) => between(turn, `${name} read`, () => store.read(...call)),
  append: (...call) => between(turn, `${name} append`, () => store.append(...call)),
  async *heads(...call) {
    for await (const one of store.heads(...call)) {
      await turn(`${name} heads`)
      yield one
    }
  },
})

export const scheduledRecords = (records: PlainRecords, name: string, turn: Turn): PlainRecords => ({
  load: (...call) => between(turn, `${name} load`, () => records.load(...call)),
  save: (...call) => between(turn, `${name} save`, () => records.save(...call)),
  copy: (...call) => between(turn, `${name} copy`, () => records.copy(...call)),
  list: (...call) => records.list(...call),
})

const between = async <T>(turn: Turn, what: string, call: () => Promise<T>): Promise<T> => {
  await turn(`${what}, asked`)
  const answer = await call()
  await turn(`${what}, answered`)
  return answer
}
