import type { Deputing } from './events.ts'

export const isSameDeputy = (a: Deputing, b: Deputing): boolean =>
  a.deputy === b.deputy && a.first === b.first && a.last === b.last
