import type { Lines, Move, Mover } from './stage.ts'

/** A move that is over. */
export type Moved = Move & {
  readonly tookMs: number
  /** The longest from a seal to the last record's arrival that the mover saw, milliseconds. */
  readonly longestWaitMs: number
}

/**
 * Moves both services through all stages, finish included. `callsOverS`: calls of the product that began so long ago are over.
 * What was left behind is deleted or stays, to be met by a later move.
 */
export const runMove = async (
  mover: Mover,
  { from, to }: Move,
  { folder, callsOverS, deletes }: { readonly folder: string; readonly callsOverS: number; readonly deletes: boolean },
): Promise<Moved> => {
  const begunMs = performance.now()
  const where = ['--from', from, '--to', to, '--state', folder]
  for (const stage of ['plan', 'capture', 'copy', 'tail']) await mover.stage([stage, ...where])
  const following = ['directory', 'leave'].map((service) => ['tail', '--follow', '--service', service, ...where])
  await mover.beside(following, () => mover.stage(['verify', ...where])) // people go on writing while all is compared
  const lines = await mover.stage(['cut-over', ...where])
  await mover.stage(['finish', '--wait', String(callsOverS), ...where])
  if (deletes) await mover.stage(['finish', '--delete', ...where])
  return { from, to, tookMs: performance.now() - begunMs, longestWaitMs: longestOf(lines) }
}

const longestOf = (lines: Lines): number =>
  Math.max(0, ...lines.map(({ longestWaitMs }) => (typeof longestWaitMs === 'number' ? longestWaitMs : 0)))
