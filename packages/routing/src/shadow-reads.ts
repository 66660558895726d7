import type { Route, StoreName } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import { metered, unmetered } from '@awayday/meter'
import type { PlainRecords } from '@awayday/plain-records'
import type { Known } from './known.ts'
import { digest, orderless, shown, type Timed, tallying } from './shadow-tally.ts'

/** The kind of plain record that a process keeps what it found as, in the other store; its id is `<run>:<process>`. */
export const LEDGER_KIND = 'shadow'

/** Asks some questions in another store as well, after they were answered, and compares. Whoever asked notices nothing. */
export type ShadowReads = {
  ask<T>(
    asked: { readonly tenant: TenantId; readonly question: string; readonly args: readonly unknown[] },
    shadow: NonNullable<Route['shadow']>,
    here: () => Promise<T>,
    there: () => Promise<T>,
  ): Promise<T>
}

/** `process`: a name that no other process has, of letters and digits. */
export const shadowReads = (world: {
  readonly records: Known<PlainRecords>
  readonly process: string
  readonly nowMs: () => number
  readonly pause: (ms: number) => Promise<void>
}): ShadowReads => {
  const { nowMs, pause } = world
  const ledgers = ledgersIn(world)
  let [share, running] = [0, 0]

  /** Spread evenly: of 25 in a hundred it is every fourth. */
  const isSampled = (percent: number): boolean => {
    share += percent
    if (share < 100) return false
    share -= 100
    return running < AT_ONCE
  }

  const timed = async <T>(ask: () => Promise<T>): Promise<Timed & { readonly value: T }> => {
    const began = nowMs()
    const { value, units } = await metered(ask)
    return { value, ms: nowMs() - began, reads: units.reads }
  }

  return {
    async ask(asked, shadow, here, there) {
      if (!isSampled(shadow.percent)) return here()
      const answered = await timed(here)
      const ledger = ledgers(asked.tenant, shadow)
      running++
      ledger.asked()
      unmetered(async () => {
        try {
          const told = await timed(there)
          ledger.timed(answered, told)
          const outcome = await settled(answered.value, told.value, here, there, pause)
          if (typeof outcome === 'string') ledger.ended(outcome)
          else
            ledger.ended('different', {
              question: asked.question,
              asked: digest(JSON.stringify(asked.args)),
              here: shown(outcome.here),
              there: shown(outcome.there),
            })
        } catch {
          ledger.ended('failed') // the other store's trouble is nobody's here
        } finally {
          running--
        }
      }).catch(() => {})
      return answered.value
    },
  }
}
/** More comparisons than that are not begun: reads may come in any number. */
const AT_ONCE = 8

/**
 * The other store follows moments later, so answers that differ are asked again: only one that stayed what it was here, and is still not
 * what is told there, counts as different.
 */
const settled = async <T>(
  first: T,
  told: T,
  here: () => Promise<T>,
  there: () => Promise<T>,
  pause: (ms: number) => Promise<void>,
): Promise<'alike' | 'unsettled' | { readonly here: string; readonly there: string }> => {
  let [mine, theirs] = [orderless(first), orderless(told)]
  for (let looks = 0; looks < LOOKS; looks++) {
    if (mine === theirs) return 'alike'
    await pause(AGAIN_MS)
    const before = mine
    ;[mine, theirs] = [orderless(await here()), orderless(await there())]
    if (mine === before && theirs !== mine) return { here: mine, there: theirs }
  }
  return mine === theirs ? 'alike' : 'unsettled'
}
const LOOKS = 4
const AGAIN_MS = 3_000

/** A tally per tenant and run, written into the other store every few seconds while it grows. */
const ledgersIn = ({
  records,
  process,
  pause,
}: {
  readonly records: Known<PlainRecords>
  readonly process: string
  readonly pause: (ms: number) => Promise<void>
}) => {
  const kept = new Map<string, ReturnType<typeof keeping>>()

  const keeping = (tenant: TenantId, store: StoreName, id: string) => {
    const tally = tallying()
    let [rev, due] = [0, false]
    const write = async (): Promise<void> => {
      await pause(FLUSH_MS)
      due = false
      const there = records.get(store)
      if (!(await there?.save(tenant, { kind: LEDGER_KIND, id, data: tally.sum() }, rev))) return
      rev++
    }
    const grown = (): void => {
      if (due) return
      due = true
      write().catch(() => {}) // the next one writes all of it
    }
    return {
      timed: tally.timed,
      asked: () => {
        tally.asked()
        grown()
      },
      ended: (...how: Parameters<typeof tally.ended>) => {
        tally.ended(...how)
        grown()
      },
    }
  }

  return (tenant: TenantId, { store, run }: NonNullable<Route['shadow']>) => {
    const key = `${tenant} ${store} ${run}`
    const known = kept.get(key) ?? keeping(tenant, store, `${run}:${process}`)
    if (!kept.has(key) && kept.size >= LEDGERS) kept.clear()
    kept.set(key, known)
    return known
  }
}
const FLUSH_MS = 2_000
const LEDGERS = 1_000
