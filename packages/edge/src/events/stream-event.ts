import { type Appended, parseStreamName } from '@awayday/event-sourcing'
import { parseTenantId } from '@awayday/kernel'

/** What the edge reads of a DynamoDB Streams batch; a batch has this shape whatever the store. */
export type StreamEvent = {
  readonly Records: readonly {
    readonly eventName?: string | undefined
    readonly eventSourceARN?: string | undefined
    readonly dynamodb?:
      | {
          readonly SequenceNumber?: string | undefined
          readonly NewImage?: Readonly<Record<string, { readonly S?: string | undefined }>> | undefined
        }
      | undefined
  }[]
}

/** What came with one sequence number. Without an append: an item that is no record, which is nobody's fault but ours. */
export type Arrived = { readonly sequence: string; readonly appended: Appended | undefined }

/** The stream's label: of ours, the store that the batch comes from; of DynamoDB's own, when it was made. */
export const labelOf = ({ Records: [first] }: StreamEvent): string | undefined =>
  first?.eventSourceARN?.split('/').at(-1)

/** The appends of a batch. Records are written once, so anything but an insertion is the platform tidying up. */
export const arrivedIn = ({ Records }: StreamEvent): readonly Arrived[] =>
  Records.filter(({ eventName }) => eventName === 'INSERT').map(({ dynamodb }) => ({
    sequence: dynamodb?.SequenceNumber ?? '',
    appended: appendedIn(dynamodb?.NewImage),
  }))

/** `pk` is the tenant, `sk` the stream's name, `#`, and the version in ten digits. */
const appendedIn = (
  image: Readonly<Record<string, { readonly S?: string | undefined }>> = {},
): Appended | undefined => {
  const [tenant, name] = [parseTenantId(image['pk']?.S ?? ''), SORT_KEY.exec(image['sk']?.S ?? '')]
  const streamName = parseStreamName(name?.[1] ?? '')
  const body = image['body']?.S
  if (!tenant || !streamName || body === undefined) return undefined
  return { stream: { tenant, name: streamName }, record: { version: Number(name?.[2]), body } }
}

const SORT_KEY = /^(.+)#(\d{10})$/
