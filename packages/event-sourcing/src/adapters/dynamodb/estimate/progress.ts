import { spend } from '@awayday/meter'
import { estimatedPages, itemBytes, readUnits, writeUnits } from '@awayday/meter/dynamodb'
import type { Progress, StreamProgress } from '../../../progress.port.ts'
import { progressItem } from '../items.ts'

/** Any progress, spending what the DynamoDB adapter would. */
export const estimatedProgress = (progress: Progress): Progress => ({
  async load(stream) {
    const found = await progress.load(stream)
    spend('progress.load', { reads: readUnits(bytesOf(found)) })
    return found
  },

  async save(seen, next) {
    const saved = await progress.save(seen, next)
    const after = saved ? bytesOf({ ...next, stream: seen.stream, rev: seen.rev + 1 }) : 0
    spend('progress.save', { writes: writeUnits(bytesOf(seen), after) })
    return saved
  },

  all: (tenant, after) => estimatedPages('progress.all', progress.all(tenant, after), bytesOf),
})

const bytesOf = (progress: StreamProgress): number =>
  progress.rev === 0 ? 0 : itemBytes(progressItem(progress.stream, progress))
