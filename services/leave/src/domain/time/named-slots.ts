import { unreachable } from '@awayday/kernel'
import type { Part } from './absence.ts'
import type { Minute, Span } from './schedule.ts'
import { DAY_ENDS } from './work-of.ts'

/** What leave names of a day: stretches, and how many halves without a side. */
export type NamedSlots = { readonly spans: readonly Span[]; readonly halves: number }

export const slotsNamed = (parts: readonly Part[], noon: Minute): NamedSlots => ({
  spans: parts.flatMap((part) => spanOf(part, noon) ?? []),
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

/** When a part is; nobody knows of a half without a side. */
const spanOf = (part: Part, noon: Minute): Span | undefined => {
  if (typeof part === 'object') return part
  switch (part) {
    case 'whole':
      return { from: 0, to: DAY_ENDS }
    case 'am':
      return { from: 0, to: noon }
    case 'pm':
      return { from: noon, to: DAY_ENDS }
    case 'half':
      return undefined
    default:
      return unreachable(part)
  }
}
