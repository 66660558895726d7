import { compare, type LocalDate } from '@awayday/kernel'
import type { Parts } from '../policy/plan.ts'
import type { Entry } from './figures.ts'
import type { Cause, Holding } from './holding.ts'
import { type Journal, unheard } from './journal.ts'
import type { Use } from './uses.ts'

/** Writes down every plus and minus. Days of one leave that use one lot are one entry, if nothing happens between them. */
export const writing = (entries: Entry[]): Journal => {
  let before: Holding | null | undefined
  return {
    ...unheard,
    note: (kind, on, n, holding, cause) => {
      const last = entries.at(-1)
      const leave = kind === 'charge' || kind === 'overdraft'
      if (leave && last?.kind === kind && last.leave === cause.leave && before === holding)
        entries[entries.length - 1] = { ...last, n: last.n + n, balance: last.balance + n, last: on }
      else entries.push(entryOf(kind, on, n, last?.balance ?? 0, holding, cause))
      before = holding
    },
    turn: () => {
      before = undefined
    },
  }
}

/** Grants and credits alone: what later lots bring where they count already. */
export const writingGrants = (entries: Entry[]): Journal => ({
  ...unheard,
  note: (kind, on, n, holding, cause) => {
    if (kind !== 'grant' && kind !== 'credit') return
    entries.push(entryOf(kind, on, n, entries.at(-1)?.balance ?? 0, holding, cause))
  },
})

/** What is booked or pending, taken off a balance: an entry for all days of one leave that use one lot. */
export const reserving = (kind: 'booked' | 'pending', uses: readonly Use[], balance: Parts): readonly Entry[] => {
  const entries: Entry[] = []
  for (const group of groupsOf(uses)) {
    const [first] = group
    if (!first) continue
    const n = group.reduce((sum, use) => sum - use.n, 0)
    const entry = entryOf(kind, first.on, n, entries.at(-1)?.balance ?? balance, first.holding, first.cause)
    entries.push({ ...entry, last: group.at(-1)?.on ?? first.on })
  }
  return entries
}

const groupsOf = (uses: readonly Use[]): readonly (readonly Use[])[] => {
  const byDay = uses.toSorted((a, b) => compare(a.on, b.on))
  return [...Map.groupBy(byDay, ({ cause }) => cause.leave).values()].flatMap((ofLeave) => [
    ...Map.groupBy(ofLeave, ({ holding }) => holding).values(),
  ])
}

const entryOf = (
  kind: Entry['kind'],
  on: LocalDate,
  n: Parts,
  before: Parts,
  holding: Holding | null,
  { leave, fact }: Cause,
): Entry => {
  const withheld = kind === 'withheld' ? n : 0
  const lot = holding?.lot
  return {
    on,
    kind,
    n: n - withheld,
    balance: before + n - withheld,
    lot: lot ? { source: lot.source, from: lot.from, until: lot.until, carries: lot.carries } : null,
    last: leave === null ? null : on,
    leave,
    withheld,
    fact,
  }
}
