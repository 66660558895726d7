import type { Appended, Failed } from './event-feed.port.ts'
import { sameStream } from './stream.ts'

/** Hands a batch over and answers what a feed must bring again: what failed, or all of it when the taker throws. */
export const undelivered = async (
  to: (batch: readonly Appended[]) => Promise<readonly Failed[]>,
  batch: readonly Appended[],
): Promise<readonly Appended[]> => {
  try {
    const failed = await to(batch)
    return batch.filter(({ stream, record }) =>
      failed.some((it) => it.version === record.version && sameStream(it.stream, stream)),
    )
  } catch {
    return batch // whoever consumes has seen to telling; what a feed owes is to bring it again
  }
}
