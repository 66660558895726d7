import { addDays, daysBetween, epochDay, fromEpochDay, type LocalDate, weekday, yearOf } from '@awayday/kernel'

/** One leave somebody of the demo company asked for, and what became of it. */
export type Wish = {
  readonly leaveType: 'vacation' | 'sick' | 'unpaid'
  readonly first: LocalDate
  readonly last: LocalDate
  readonly firstPart: 'whole' | 'am' | 'pm'
  readonly lastPart: 'whole' | 'am' | 'pm'
  readonly askedOn: LocalDate
  readonly fate: 'approved' | 'declined' | 'withdrawn' | 'pending'
  readonly decidedOn: LocalDate
  readonly reason?: string
}

/**
 * Two years of ordinary leave for one person, the same for the same seed: a long summer break, shorter ones, half days,
 * now and then a cold, and a few requests that are still waiting.
 */
export const wishesOf = (seed: number, joined: LocalDate, today: LocalDate): readonly Wish[] => {
  const chance = mulberry32(seed)
  const wishes: Wish[] = []
  let day = epochDay(joined) + 20 + Math.floor(chance() * 30)
  const end = epochDay(today) + 75
  while (day < end) {
    wishes.push(wish(workday(fromEpochDay(day)), chance, today))
    day += 38 + Math.floor(chance() * 60)
  }
  return withSomeLeft(wishes.filter((made) => made.askedOn <= today && made.askedOn > joined))
}

/** Whoever tries the demo wants to ask for days, so most people have some left, late in the year too. */
const VACATION_DAYS_A_YEAR = 15

const withSomeLeft = (wishes: readonly Wish[]): readonly Wish[] => {
  const used = new Map<number, number>()
  return wishes.filter(({ leaveType, fate, first, last }) => {
    const days = (used.get(yearOf(last)) ?? 0) + (leaveType === 'vacation' ? workdays(first, last) : 0)
    if (fate !== 'pending' && days > VACATION_DAYS_A_YEAR) return false
    used.set(yearOf(last), days)
    return true
  })
}

const workdays = (first: LocalDate, last: LocalDate): number =>
  Array.from({ length: daysBetween(first, last) }, (_, n) => addDays(first, n)).filter((day) => weekday(day) < 6).length

const wish = (first: LocalDate, chance: () => number, today: LocalDate): Wish => {
  const kind = chance()
  const sick = kind < 0.18
  const half = kind > 0.82
  const length = sick ? Math.floor(chance() * 3) : half ? 0 : ([0, 1, 4, 4, 6, 9, 11][Math.floor(chance() * 7)] ?? 4)
  const last = workday(addDays(first, length))
  const part = half ? (chance() < 0.5 ? 'am' : 'pm') : 'whole'
  const askedOn = sick ? first : addDays(first, -7 - Math.floor(chance() * 40))
  const decidedOn = addDays(askedOn, sick ? 0 : 1 + Math.floor(chance() * 3))
  const luck = chance()
  const fate = sick
    ? 'approved'
    : decidedOn > today
      ? 'pending'
      : luck < 0.05
        ? 'declined'
        : luck < 0.09
          ? 'withdrawn'
          : 'approved'
  const recent = epochDay(today) - epochDay(askedOn) < 16
  return {
    leaveType: sick ? 'sick' : 'vacation',
    first,
    last: part === 'whole' ? last : first,
    firstPart: part,
    lastPart: part,
    askedOn,
    fate: recent && !sick ? 'pending' : fate,
    decidedOn,
    ...(length > 8 && { reason: 'Travelling with the family' }),
  }
}

/** The day itself, or the Monday after a weekend. */
const workday = (day: LocalDate): LocalDate => (weekday(day) > 5 ? addDays(day, 8 - weekday(day)) : day)

/** A small seeded generator (mulberry32): the demo must be the same everywhere. */
const mulberry32 = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
