import type { Appended, Failed, StoreName } from '@awayday/event-sourcing'

/** A batch of DynamoDB Streams as Lambda gets it, whatever store the records lie in. */
export type StreamEvent = { readonly Records: readonly StreamRecord[] }

export type StreamRecord = {
  readonly eventID: string
  readonly eventName: 'INSERT'
  readonly eventVersion: '1.1'
  readonly eventSource: 'aws:dynamodb'
  readonly awsRegion: string
  readonly eventSourceARN: string
  readonly dynamodb: {
    readonly Keys: Item
    readonly NewImage: Item
    readonly SequenceNumber: string
    readonly SizeBytes: number
    readonly StreamViewType: 'NEW_IMAGE'
  }
}

type Item = Readonly<Record<string, { readonly S: string }>>

/** `store`: the label of the stream. */
export const streamEvent = (
  service: string,
  table: string,
  store: StoreName,
  batch: readonly Appended[],
): StreamEvent => ({
  Records: batch.map(({ stream, record }, n) => {
    const Keys = { pk: { S: stream.tenant }, sk: { S: `${stream.name}#${String(record.version).padStart(10, '0')}` } }
    return {
      eventID: `${n}`,
      eventName: 'INSERT',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: 'local',
      eventSourceARN: `arn:aws:dynamodb:local:000000000000:table/${service}-${table}/stream/${store}`,
      dynamodb: {
        Keys,
        NewImage: { ...Keys, body: { S: record.body } },
        SequenceNumber: sequenceNumber(n),
        SizeBytes: Buffer.byteLength(record.body),
        StreamViewType: 'NEW_IMAGE',
      },
    }
  }),
})

/**
 * What comes again after an answer: with partial failures, everything from the first record that failed, as a shard is
 * read in order. A null or empty answer is a success; an identifier that is none of the batch's fails it whole.
 */
export const failedOf = (answer: unknown, batch: readonly Appended[]): readonly Failed[] => {
  const failures = failuresIn(answer)
  if (failures.length === 0) return []
  const known = batch.map((_, n) => sequenceNumber(n))
  const first = Math.min(...failures.map((failure) => Math.max(known.indexOf(failure), 0)))
  return batch.slice(first).map(({ stream, record }) => ({ stream, version: record.version }))
}

const sequenceNumber = (n: number): string => String(n + 1).padStart(21, '0')

const failuresIn = (answer: unknown): readonly string[] => {
  if (typeof answer !== 'object' || answer === null || !('batchItemFailures' in answer)) return []
  const failures: unknown = answer.batchItemFailures
  if (!Array.isArray(failures)) return []
  return failures.map((failure: { readonly itemIdentifier?: unknown } | null) => String(failure?.itemIdentifier))
}
