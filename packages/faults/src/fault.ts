/** What may befall a call of a port. What of it is possible there is said by the port's table of faults. */
export const KINDS = [
  /** It never reaches the store; the caller is told that the outcome is unknown. */
  'request lost',
  /** It has its effect, and the caller is told that the outcome is unknown. */
  'answer lost',
  /** This call of the port and the next ones are turned away without an effect. */
  'throttled',
  /** Somebody else writes to the same place, just before. */
  'conflict',
  /** The first half of what was to be written is, and the caller is told that the outcome is unknown. */
  'partial batch',
  /** Every other thing of what was to be written is, and the caller is told that the outcome is unknown. */
  'unprocessed items',
  /** The answer is that of an index which has not heard of the latest writes. */
  'stale index',
  /** The process ends, and the call has no effect. */
  'crash before',
  /** The process ends, and the call has its effect. */
  'crash after',
  /** The process stands still while others go on, and then makes the call. */
  'pause before',
  /** The call has its effect, and the process stands still while others go on. */
  'pause after',
] as const

export type Kind = (typeof KINDS)[number]

export type Fault = {
  /** Which call, counted from 0 since the process was told to expect it: of all, or of this method, such as `events.append`. */
  readonly call: number
  readonly of?: string
  readonly kind: Kind
  /** What others do while the process stands still. Without it, they have some turns. */
  readonly meanwhile?: () => Promise<unknown>
}
