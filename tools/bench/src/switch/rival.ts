import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Answered, Asked, Setting } from './tables.ts'

/** A rival in a process of its own, so that its memory is its own. */
export const rival = (program: string, setting: Setting) => {
  const child = fork(program, [JSON.stringify(setting)], {
    execArgv: SMALL_HEAP,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return {
    async move(tenants: Asked): Promise<Answered> {
      const answer = Promise.race([
        once(child, 'message'),
        once(child, 'exit').then(() => {
          throw new Error(`${program} has ended`)
        }),
      ])
      child.send(tenants)
      const [answered] = await answer
      return answered as Answered
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null) return
      const exit = once(child, 'exit')
      child.disconnect()
      await exit
    },
  }
}

/** As `pnpm switch` is run: without it Node keeps garbage for as long as the machine has room. */
const SMALL_HEAP = ['--max-old-space-size=160', '--max-semi-space-size=8']

/** The rival's side: moves what it is asked for, until nobody asks any more. */
export const answering = (move: (tenants: Asked) => Promise<number>): void => {
  process.on('message', async (tenants: Asked) => {
    const start = performance.now()
    const events = await move(tenants)
    const ms = performance.now() - start
    const peakBytes = process.resourceUsage().maxRSS * 1024
    process.send?.({ events, ms, peakBytes } satisfies Answered)
  })
}
