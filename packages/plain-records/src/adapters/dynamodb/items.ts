import { type Stored, text } from '@awayday/event-sourcing/dynamodb/items'
import type { TenantId } from '@awayday/kernel'
import type { Item } from '@awayday/meter/dynamodb'
import type { PlainRecord } from '../../plain-records.port.ts'

/** How plain records lie in DynamoDB. No SDK in here: the cost estimate is made from these very items. */

/** `card#ana`: a kind's records lie side by side, by id. */
export const recordKey = (tenant: TenantId, kind: string, id: string) => ({
  pk: { S: tenant },
  sk: { S: `${kind}#${id}` },
})

/** `body` and `moved` are JSON texts; a tombstone has no body. */
export const recordItem = (tenant: TenantId, { kind, id, rev, data, moved }: PlainRecord): Item => ({
  ...recordKey(tenant, kind, id),
  rev: { N: `${rev}` },
  ...(data ? { body: { S: JSON.stringify(data) } } : {}),
  ...(moved ? { moved: { S: JSON.stringify(moved) } } : {}),
})

export const recordOf = ({ sk, rev, body, moved }: Stored): PlainRecord => {
  const [kind = '', id = ''] = text(sk).split('#')
  return {
    kind,
    id,
    rev: Number(rev?.N),
    ...(body ? { data: JSON.parse(text(body)) as NonNullable<PlainRecord['data']> } : {}),
    ...(moved ? { moved: JSON.parse(text(moved)) as NonNullable<PlainRecord['moved']> } : {}),
  }
}
