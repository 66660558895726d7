import type { LocalDate } from '@awayday/kernel'
import type { Taking } from './course.ts'
import { holdingOf } from './holding.ts'
import type { Journal, NoteKind } from './journal.ts'
import { hold, type Position, post, use } from './position.ts'

/** Debts are paid from what is there, the oldest first. */
export const settle = (at: Position, on: LocalDate, journal: Journal): void => {
  for (const debt of at.debts) {
    if (at.held.length === 0) break
    debt.n = use(at, debt.n, (part, holding) => journal.settle(on, part, holding, debt))
  }
  at.debts = at.debts.filter(({ n }) => n > 0)
}

/** A day of leave or a pay-out uses lots; what they do not cover becomes a debt. */
export const take = (at: Position, taking: Taking, journal: Journal): void => {
  const { on, n, of } = taking
  if (of === 'credit') {
    takeBack(at, taking, taking.source ?? 'correction', journal)
    return
  }
  const open = use(at, n, (part, holding) => post(at, journal, of, on, -part, holding, taking))
  if (open === 0) return
  at.debts.push({ on, of, cause: taking, debtor: null, n: open })
  post(at, journal, UNCOVERED[of], on, -open, null, taking)
}

const UNCOVERED: Readonly<Record<'charge' | 'payOut', NoteKind>> = { charge: 'overdraft', payOut: 'payOut' }

/** A credit below zero is a debt that is paid at once, as far as lots are there. */
const takeBack = (
  at: Position,
  { on, n, leave, fact }: Taking,
  source: NonNullable<Taking['source']>,
  journal: Journal,
) => {
  const debtor = holdingOf({ source, from: on, until: null, n: -n, carries: false, fact })
  hold(at, debtor)
  post(at, journal, 'credit', on, -n, debtor, { leave, fact })
  at.debts.push({ on, of: 'credit', cause: { leave, fact }, debtor, n })
  settle(at, on, journal)
}
