import { NO_OVERLAP_RULE } from './overlap-rules.ts'
import type { Rule } from './rule.ts'

/** What a rule is called; its id, where it is gone. */
export const nameOf = (rules: readonly Rule[], id: string): string =>
  [...rules, NO_OVERLAP_RULE].find((rule) => rule.id === id)?.name ?? id
