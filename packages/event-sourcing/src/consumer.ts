import type { StoredRecord } from './record.ts'
import type { StreamId } from './stream.ts'

/**
 * Something that follows streams: a projection, a publisher. It sees each stream's records in order, each at least once,
 * and must bear to see one again. Platform trouble is thrown as `…Unavailable` and tried again; anything else thrown is a
 * defect and parks the stream for this consumer.
 */
export type Consumer = {
  /** Its name in the progress item. A rebuild is a new name. */
  readonly name: string
  /**
   * Sees every record that is in its store, copies of a move included, as what it does stays in that store: rows. Anything else
   * acts once for each record, in the store where that was decided.
   */
  readonly everywhere?: true
  consume(delivery: Delivery): Promise<void>
  /**
   * Given where only what comes of all of them counts, as after a move: `past` is what came before the first. A defect has them
   * consumed one by one, so that the guilty one is parked. For those that see records `everywhere`.
   */
  consumeAll?(deliveries: Deliveries): Promise<void>
}

export type Delivery = {
  readonly stream: StreamId
  readonly record: StoredRecord
  /** The records before this one, oldest first. */
  readonly past: () => Promise<readonly StoredRecord[]>
}

/** Records of one stream that follow each other; `past`: those before the first. */
export type Deliveries = Pick<Delivery, 'stream' | 'past'> & { readonly records: readonly StoredRecord[] }

export const oneByOne = ({ stream, records, past }: Deliveries): readonly Delivery[] =>
  records.map((record, n) => ({ stream, record, past: async () => [...(await past()), ...records.slice(0, n)] }))
