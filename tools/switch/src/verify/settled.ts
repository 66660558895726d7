import { setTimeout as sleep } from 'node:timers/promises'
import { inTurns } from '@awayday/kernel'
import type { Difference } from './difference.ts'
import type { Looked } from './judge.ts'

/** How many looks, so long apart, nothing of what differs may settle in before it counts: copies lag behind while people work. */
export type Patience = { readonly again: number; readonly pauseMs: number }

/** Looks at each doubt until it has none or patience ends. */
export const settled = async (
  doubts: readonly (() => Promise<Looked>)[],
  { again, pauseMs }: Patience,
): Promise<{ readonly ahead: number; readonly differences: readonly Difference[] }> => {
  let open = doubts
  let ahead = 0
  for (let vain = 0; ; vain++) {
    const left: { readonly doubt: () => Promise<Looked>; readonly looked: Looked }[] = []
    await inTurns(open, async (doubt) => {
      const looked = await doubt()
      if (looked.differences.length > 0) left.push({ doubt, looked })
      else ahead += looked.ahead
    })
    if (left.length < open.length) vain = 0
    if (left.length === 0 || vain === again)
      return {
        ahead: left.reduce((sum, { looked }) => sum + looked.ahead, ahead),
        differences: left.flatMap(({ looked }) => looked.differences),
      }
    await sleep(pauseMs)
    open = left.map(({ doubt }) => doubt)
  }
}
