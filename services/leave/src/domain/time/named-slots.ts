import type { Part } from './absence.ts'
import type { Minute, Span } from './schedule.ts'
import { spanOf } from './span-of.ts'
import { DAY_ENDS } from './work-of.ts'

/** What leave names of a day: stretches, and how many halves without a side. */
export type NamedSlots = { readonly spans: readonly Span[]; readonly halves: number }

export const slotsNamed = (parts: readonly Part[], noon: Minute): NamedSlots => ({
  spans: parts.flatMap((part) => (part === 'half' ? [] : spanOf(part, noon))),
  halves: parts.filter((part) => part === 'half').length,
})

/** The two halves of a day. */
export const halvesOf = (noon: Minute): readonly Span[] => [
  { from: 0, to: noon },
  { from: noon, to: DAY_ENDS },
]

/** Spans in order and apart, with everything that lies in any of them. */
export const joined = (spans: readonly Span[]): readonly Span[] => {
  const apart: Span[] = []
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = apart.at(-1)
    if (last && from <= last.to) apart.splice(-1, 1, { from: last.from, to: Math.max(last.to, to) })
    else apart.push({ from, to })
  }
  return apart
}
