import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { EventStore } from '../../../event-store.port.ts'
import type { Head } from '../../../head.ts'
import { StoreUnavailable } from '../../../store-unavailable.ts'
import type { StreamId } from '../../../stream.ts'
import type { Answer, Question } from './serve-store.ts'

/** The SQLite event store of another process, over the same file. */
export const remoteStore = async (file: string): Promise<EventStore & AsyncDisposable> => {
  const child = fork(new URL('./serve-store.ts', import.meta.url), [file], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const waiting = new Map<number, (answer: Answer) => void>()
  let questions = 0
  await once(child, 'message') // it has opened the file
  child.on('message', (answer: Answer) => waiting.get(answer.id)?.(answer))

  const ask = async (question: Omit<Question, 'id'>): Promise<unknown> => {
    const id = ++questions
    const { promise, resolve } = Promise.withResolvers<Answer>()
    waiting.set(id, resolve)
    child.send({ ...question, id } satisfies Question)
    const answer = await promise
    waiting.delete(id)
    if (!answer.trouble) return answer.value
    throw answer.trouble.name === 'StoreUnavailable'
      ? new StoreUnavailable(answer.trouble.message)
      : new Error(answer.trouble.message)
  }

  return {
    read: (...given) => ask({ what: 'read', given }) as ReturnType<EventStore['read']>,
    append: (...given) => ask({ what: 'append', given }) as ReturnType<EventStore['append']>,
    async *heads(...given) {
      yield* (await ask({ what: 'heads', given })) as readonly { readonly stream: StreamId; readonly head: Head }[]
    },
    [Symbol.asyncDispose]: () => ended(child),
  }
}

const ended = async (child: ChildProcess): Promise<void> => {
  child.kill()
  await once(child, 'exit')
}
