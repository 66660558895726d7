import type { PersonId } from '@awayday/kernel'

/** The colleague asked to take the work over. `agrees` null: has not answered yet. */
export type Cover = {
  readonly person: PersonId
  readonly consent: 'before' | 'parallel'
  readonly agrees: boolean | null
}
