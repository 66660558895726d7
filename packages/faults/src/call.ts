import type { Kind } from './fault.ts'
import type { Part } from './faults-of.ts'

/** A call of a port on its way, with all that may become of it. */
export type Call<T> = {
  readonly port: string
  /** `<port>.<method>` */
  readonly name: string
  readonly kinds: readonly Kind[]
  readonly trouble: (what: string) => Error
  readonly effect: () => Promise<T>
  readonly conflict: () => Promise<unknown>
  readonly part: (part: Part) => Promise<unknown>
  readonly behind: () => Promise<T>
}

/** What can befall every call. */
export const ALWAYS: readonly Kind[] = [
  'request lost',
  'answer lost',
  'throttled',
  'crash before',
  'crash after',
  'pause before',
  'pause after',
]
