import type { Stage } from '#domain/policy/plan.ts'
import { type DayNo, no } from './almanac.ts'
import { type Book, balanceOf, type Claim, expire, openLot, type Use } from './book.ts'
import { carryOver } from './carry-over.ts'
import { creditsOf, type Due } from './credits.ts'
import { grantsOf } from './grants.ts'
import { carryOverDays, inOrder, orderOn } from './order.ts'
import { once, type PersonDay, type PersonDays, stageAt } from './person-days.ts'

/** One day, from its beginning to its end, in the order of rule 17. `ahead`: its charges are of leave still to come. */
export const liveThrough = (
  person: PersonDays,
  book: Book,
  day: DayNo,
  claims: readonly Claim[],
  ahead: boolean,
): void => {
  for (const lot of book.lots) {
    if (lot.until !== day - 1) continue
    lot.lapsed = lot.left
    expire(book, lot, lot.left)
  }
  if (carryOverDays(person).includes(day)) carryOver(person, book, day)
  const happenings = happeningsOf(person).get(day)
  for (const credit of happenings?.credits ?? []) if (credit.n > 0) enter(book, credit)
  for (const grant of happenings?.grants ?? []) {
    const n = capped(book, grant)
    book.paid.set(grant.leaveYear, (book.paid.get(grant.leaveYear) ?? 0) + (grant.source === 'plan' ? n : 0))
    if (n > 0) enter(book, { ...grant, on: day, until: grant.until && no(grant.until), n })
  }
  cut(person, book, day)
  payDebts(person, book, day)
  for (const { n } of happenings?.credits ?? []) {
    if (n >= 0) continue
    book.year.granted += n
    use(person, book, day, -n, 'settled', ahead)
  }
  for (const { n } of happenings?.payOuts ?? []) {
    book.year.paidOut += n
    use(person, book, day, n, 'paidOut', ahead)
  }
  for (const { n } of claims) {
    if (!person.on(day).entitlement) continue
    book.year.taken += n
    use(person, book, day, n, 'taken', ahead)
  }
}

type Happenings = {
  readonly credits: Due[]
  readonly grants: ReturnType<typeof grantsOf>[number][]
  readonly payOuts: { readonly n: number; readonly fact: string }[]
}

const happeningsOf = once((person): ReadonlyMap<DayNo, Happenings> => {
  const days = new Map<DayNo, Happenings>()
  const on = (day: DayNo): Happenings => {
    const found = days.get(day) ?? { credits: [], grants: [], payOuts: [] }
    days.set(day, found)
    return found
  }
  for (const credit of creditsOf(person)) on(credit.on).credits.push(credit)
  for (const grant of grantsOf(person)) on(no(grant.on)).grants.push(grant)
  for (const paid of person.facts.payOuts) {
    if (paid.leaveType === person.leaveType) on(no(paid.on)).payOuts.push(paid)
  }
  for (const { payOuts } of days.values()) payOuts.sort((a, b) => (a.fact < b.fact ? -1 : 1))
  return days
})

const enter = (
  book: Book,
  lot: Pick<Due, 'on' | 'n' | 'carries' | 'until' | 'fact'> & { source: Due['source'] | 'plan' | 'holidays' },
): void => {
  const { source, on, until, carries, n, fact } = lot
  book.year.granted += n
  book.lots.push(openLot({ source, from: on, until, carries, n, fact }))
}

const capped = (book: Book, grant: ReturnType<typeof grantsOf>[number]): number => {
  const toBalance = grant.balanceCap === null ? grant.n : grant.balanceCap - balanceOf(book)
  const toYear = grant.yearlyCap === null ? grant.n : grant.yearlyCap - (book.paid.get(grant.leaveYear) ?? 0)
  return Math.max(0, Math.min(grant.n, toBalance, toYear))
}

const use = (person: PersonDays, book: Book, day: DayNo, n: number, by: Use, ahead: boolean): void => {
  let rest = n
  for (const lot of inOrder(
    person,
    book.lots.filter(({ left }) => left > 0),
    day,
    orderOn(person, day),
  )) {
    const taken = Math.min(rest, lot.left)
    rest -= taken
    lot.left -= taken
    if (ahead && by === 'taken') lot.booked += taken
    if (ahead && by === 'settled') lot.settledAhead += taken
    else lot.used[by] += taken
  }
  if (rest > 0) book.debts.push({ use: by, from: day, left: rest, booked: ahead && by === 'taken', late: ahead })
}

const payDebts = (person: PersonDays, book: Book, day: DayNo): void => {
  if (book.debts.length === 0) return
  for (const debt of book.debts) {
    for (const lot of inOrder(
      person,
      book.lots.filter(({ left }) => left > 0),
      day,
      orderOn(person, day),
    )) {
      const paid = Math.min(debt.left, lot.left)
      debt.left -= paid
      lot.left -= paid
      if (debt.booked) lot.booked += paid
      else lot.used[debt.use] += paid
      if (!debt.late) lot.repaid[debt.use] += paid
      else if (debt.use === 'settled') lot.settledAhead += paid
    }
  }
  book.debts = book.debts.filter(({ left }) => left > 0)
}

/** A stage with a lower cap begins, and the plan takes what is held above it; who joins that day never had the higher one. */
const cut = (person: PersonDays, book: Book, day: DayNo): void => {
  if (person.joining === undefined || day <= person.joining) return
  const { plan, stage } = person.on(day)
  if (!plan?.lowerCapCuts) return
  const [before, now] = [stageIn(person.on(day - 1)), stageIn({ plan, stage })]
  if (!before || !now || now.balanceCap === null) return
  if (before.balanceCap !== null && before.balanceCap <= now.balanceCap) return
  let above = balanceOf(book) - now.balanceCap
  for (const lot of inOrder(
    person,
    book.lots.filter(({ left }) => left > 0),
    day,
    orderOn(person, day),
  )) {
    if (above <= 0) return
    const n = Math.min(above, lot.left)
    above -= n
    expire(book, lot, n)
  }
}

const stageIn = ({ plan, stage }: Pick<PersonDay, 'plan' | 'stage'>): Stage | undefined =>
  plan ? stageAt(plan, stage) : undefined
