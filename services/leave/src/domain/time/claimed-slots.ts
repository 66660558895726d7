import type { Part } from './absence.ts'
import { minutesMet } from './met.ts'
import type { Span } from './schedule.ts'
import type { Slot } from './slot.ts'
import { without } from './without.ts'
import { DAY_ENDS, type DayWork, lengthOf, meeting, workWithin } from './work-of.ts'

/** Who wants what of a day. */
export type Claim = { readonly part: Part; readonly state: 'leave' | 'sickness'; readonly leave: string }

/** The worked halves of a day, each with what claims take of it; who comes first takes first. */
export const claimedSlots = (work: DayWork, claims: readonly Claim[]): readonly (readonly Slot[])[] => {
  const halves = workedHalves(work)
  const placed = claims.filter(({ part }) => part !== 'half')
  const untouched = halves.filter((half) => placed.every((claim) => wantedBy(claim, half).length === 0))
  const loose = claims.filter(({ part }) => part === 'half')
  const inOrder = [...untouched, ...halves.filter((half) => !untouched.includes(half))]
  const chosen = new Map(loose.map((claim, nth) => [claim, inOrder[nth]]))
  const anyOfTwo = untouched.length === 2 && loose.length > 0
  return halves.map((half) => {
    const taken: Taken[] = []
    for (const claim of claims) {
      const wanted = claim.part !== 'half' ? wantedBy(claim, half) : chosen.get(claim) === half ? half.times : []
      const times = without(wanted, timesOf(taken))
      if (times.length > 0) taken.push({ claim, times })
    }
    return slotsIn(anyOfTwo ? { ...half, part: 'half' } : half, taken)
  })
}

/** `known`: all of `times` is worked, and nothing else. */
type Half = {
  readonly part: 'am' | 'pm' | 'half'
  readonly times: readonly Span[]
  readonly minutes: number
  readonly known: boolean
}
type Taken = { readonly claim: Claim; readonly times: readonly Span[] }

/** A single half may reach over noon, and where nobody said which it is, lie anywhere. */
const workedHalves = (work: DayWork): readonly Half[] => {
  const half = (part: Half['part'], span: Span, minutes: number): Half => {
    const times = workWithin(work, span)
    return { part, times, minutes, known: work.plan.times.length > 0 && lengthOf(times) === minutes }
  }
  const wholeDay = { from: 0, to: DAY_ENDS }
  if (work.halves === 1) return [half(work.am && work.pm ? 'half' : work.am ? 'am' : 'pm', wholeDay, work.minutes)]
  return [
    half('am', { from: 0, to: work.noon }, minutesMet(work, 'am')),
    half('pm', { from: work.noon, to: DAY_ENDS }, minutesMet(work, 'pm')),
  ]
}

/** What a claim with a place takes of a half: all of it, where its hours are as long as the work is. */
const wantedBy = ({ part }: Claim, half: Half): readonly Span[] => {
  if (typeof part !== 'object') return part === 'whole' || part === half.part || half.part === 'half' ? half.times : []
  const met = half.times.flatMap((time) => meeting(time, part))
  return lengthOf(met) >= half.minutes ? half.times : met
}

const slotsIn = ({ part, times, minutes, known }: Half, taken: readonly Taken[]): readonly Slot[] => {
  const [first] = taken
  if (!first) return [slotOf(part, null)]
  const rest = without(times, timesOf(taken))
  if (taken.length === 1 && rest.length === 0) return [slotOf(sideOf(part, first.claim), first.claim)]
  const stretches = [...taken, { claim: null, times: known ? rest : [] }]
    .flatMap(({ claim, times }) => times.map((time) => ({ time, slot: slotOf(time, claim) })))
    .toSorted((a, b) => a.time.from - b.time.from)
    .map(({ slot }) => slot)
  const restSomewhere = !known && lengthOf(timesOf(taken)) < minutes
  return restSomewhere ? [...stretches, slotOf(part, null)] : stretches
}

const slotOf = (part: Slot['part'], claim: Claim | null): Slot =>
  claim ? { part, state: claim.state, leave: claim.leave } : { part, state: 'work', leave: null }

/** Leave says which half it is where the schedule does not. */
const sideOf = (part: Half['part'], claim: Claim): Half['part'] =>
  part === 'half' && (claim.part === 'am' || claim.part === 'pm') ? claim.part : part

const timesOf = (taken: readonly Taken[]): readonly Span[] => taken.flatMap(({ times }) => times)
