import { inTurns, type TenantId } from '@awayday/kernel'
import { type Checkpoint, MOVED, type Moved } from './checkpoint.ts'
import { type Chunk, chunksOf } from './chunk.ts'
import { type Progress, progressMeter } from './progress.ts'
import { unitsAtOnce } from './write-budget.ts'
import { type Moving, written } from './writing.ts'

export type Copy = Moving & {
  readonly tenants: readonly Copied[]
  readonly checkpoint: Checkpoint
  readonly tell?: (progress: Progress) => void
  /** How many items there are in all, if that is known: for the time left. */
  readonly total?: number
}

/** A tenant to copy, as it was captured. */
export type Copied = {
  readonly tenant: TenantId
  /** Names the capture: with another one the copy of this tenant begins anew. */
  readonly mark: string
  /** The target held nothing of the tenant then, and nobody but this move writes there: its records are loaded in bulk, unlooked at. */
  readonly blank: boolean
}

/**
 * Copies everything of many tenants, several at a time, so that no part of either store has all the work. Goes on where the
 * checkpoint says; a killed copy does again at most the chunks that were on their way. What is appended meanwhile is for the tail.
 */
export const copyTenants = async (copy: Copy): Promise<Progress> => {
  const { tenants, limiter, tell = () => {}, total } = copy
  const halt = new AbortController()
  const halted = { ...copy, stop: AbortSignal.any([copy.stop, halt.signal]) }
  const meter = progressMeter(copy, () => limiter.width, tell, total)
  await inTurns(
    tenants,
    async (tenant) => {
      if (halted.stop.aborted) return
      const noted: Promise<void>[] = []
      try {
        for (const collection of MOVED) noted.push(...(await copyCollection(halted, tenant, collection, meter)))
        await Promise.all(noted)
      } finally {
        await Promise.allSettled(noted) // or whoever goes on here would write the same file
      }
      meter.tenantDone()
    },
    { width: TENANTS_AT_ONCE, onTrouble: (trouble) => halt.abort(trouble) }, // the first ends the others between two chunks
  )
  const progress = meter.end()
  halted.stop.throwIfAborted()
  return progress
}
const TENANTS_AT_ONCE = 16
/** So many chunks of a collection are on their way at the same time; of what is not blank only one, so that versions stay in order. */
const AHEAD = 2

/** Answers what is still being noted: that the collection is done. */
const copyCollection = async (
  copy: Copy,
  { tenant, mark, blank }: Copied,
  collection: Moved,
  meter: ReturnType<typeof progressMeter>,
): Promise<readonly Promise<void>[]> => {
  const { from, checkpoint, budget, stop } = copy
  let position = checkpoint.at(tenant, mark, collection)
  meter.found(position)
  if (position.done) return []
  const how = blank && collection === 'events' ? 'load' : 'copy'
  const ahead = how === 'load' ? AHEAD : 1
  const under: { readonly chunk: Chunk; readonly writing: Promise<void> }[] = []

  /** The oldest chunk is over when the checkpoint says so. */
  const oldest = async (): Promise<void> => {
    const first = under[0]
    if (!first) return
    await first.writing
    const { items, bytes, units } = first.chunk
    const after = items.at(-1)?.key
    position = {
      ...(after === undefined ? {} : { after }),
      items: position.items + items.length,
      bytes: position.bytes + bytes,
      done: false,
    }
    await checkpoint.advance(tenant, mark, collection, position)
    meter.copied({ items: items.length, bytes, units })
    under.shift()
  }

  try {
    for await (const page of from.items.pages(tenant, collection, position.after))
      for (const chunk of chunksOf(tenant, collection, page, unitsAtOnce(budget))) {
        stop.throwIfAborted()
        const writing = written(copy, chunk, how)
        writing.catch(() => {}) // thrown when it is the oldest
        under.push({ chunk, writing })
        if (under.length >= ahead) await oldest()
      }
    while (under.length > 0) await oldest()
    const noted = checkpoint.advance(tenant, mark, collection, { ...position, done: true })
    noted.catch(() => {}) // thrown when the tenant is
    return [noted]
  } finally {
    await Promise.allSettled(under.map(({ writing }) => writing))
  }
}
