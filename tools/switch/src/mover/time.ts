/** How the mover knows the time and waits. */
export type Time = {
  /** Milliseconds of a clock that only goes forward. */
  readonly nowMs: () => number
  readonly pause: (ms: number) => Promise<void>
  /** Ends the work between two writes. */
  readonly stop: AbortSignal
}
