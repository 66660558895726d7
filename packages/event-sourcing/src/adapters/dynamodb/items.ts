import { epochMs, type Instant, type TenantId } from '@awayday/kernel'
import type { Attribute, Item } from '@awayday/meter/dynamodb'
import { commandId } from '../../command.ts'
import { expiryOf, REGISTRY_DAYS, type Registered } from '../../command-registry.port.ts'
import type { StreamProgress } from '../../progress.port.ts'
import type { StoredRecord } from '../../record.ts'
import { routeRow, routeText } from '../../route-text.ts'
import type { StreamId, StreamName } from '../../stream.ts'
import type { RouteRow } from '../../tenants.port.ts'
import type { ViewDocument, ViewRow } from '../../view-rows.port.ts'

/** How everything of ours lies in DynamoDB. No SDK in here: the cost estimate is made from these very items. */

/** The tenant is the partition, so no call can reach another's; tenants' own list has a partition no tenant can be named. */
export const TENANTS = '#tenants'

/** Above every character a name may hold. */
export const LAST = '~'

/** `person/ana#0000000001`: text order is version order, and a stream's records lie side by side. */
export const recordKey = ({ tenant, name }: StreamId, version: number) => key(tenant, `${name}#${pad10(version)}`)

export const recordItem = (stream: StreamId, { version, body }: StoredRecord): Item => ({
  ...recordKey(stream, version),
  body: { S: body },
})

export const recordOf = (item: Stored): StoredRecord => ({
  version: Number(place(item).version),
  body: text(item.body),
})

export const streamOf = (item: Stored): StreamId => ({
  tenant: text(item.pk) as TenantId,
  name: place(item).name as StreamName,
})

export const progressKey = ({ tenant, name }: StreamId) => key(tenant, `progress#${name}`)

export const progressItem = (stream: StreamId, { rev, done, due, parked }: Omit<StreamProgress, 'stream'>): Item => ({
  ...progressKey(stream),
  rev: { N: `${rev}` },
  body: { S: JSON.stringify({ done, due, parked }) },
})

export const progressOf = (item: Stored): StreamProgress => ({
  stream: { tenant: text(item.pk) as TenantId, name: text(item.sk).slice('progress#'.length) as StreamName },
  rev: Number(item.rev?.N),
  ...(JSON.parse(text(item.body)) as Omit<StreamProgress, 'stream' | 'rev'>),
})

/** `expires` is what decides. */
export const registryItem = (
  by: { readonly tenant: TenantId; readonly actor: string; readonly key: string },
  { digest, stream }: Registered,
  at: Instant,
): Item => ({
  ...key(by.tenant, `registry#${commandId(by)}`),
  digest: { S: digest },
  stream: { S: stream },
  expires: { S: expiryOf(at) },
  ttl: ttl(expiryOf(at), REGISTRY_DAYS),
})

export const registeredOf = (item: Stored): Registered => ({
  digest: text(item.digest),
  stream: text(item.stream) as StreamName,
})

export const tenantKey = (tenant: TenantId) => key(TENANTS, tenant)

export const tenantItem = (tenant: TenantId, { home, rev, ...rest }: RouteRow): Item => {
  const route = routeText(rest)
  return { ...tenantKey(tenant), home: { S: home }, rev: { N: `${rev}` }, ...(route ? { route: { S: route } } : {}) }
}

export const routeOf = ({ home, rev, route }: Stored): RouteRow => routeRow(text(home), Number(rev?.N), route?.S)

export const viewKey = (tenant: TenantId, id: string) => key(tenant, id)

export const viewItem = (tenant: TenantId, { id, version, doc, purgeAt }: ViewRow): Item => ({
  ...viewKey(tenant, id),
  version: { N: `${version}` },
  ...(doc ? { body: { S: JSON.stringify(doc) } } : {}),
  ...(purgeAt ? { purgeAt: { S: purgeAt }, ttl: ttl(purgeAt, TOMBSTONE_DAYS) } : {}),
})

/** For the services' own questions too. */
export const viewRowOf = (item: Stored): ViewRow => ({
  id: text(item.sk),
  version: Number(item.version?.N),
  ...(item.body ? { doc: JSON.parse(text(item.body)) as ViewDocument } : {}),
  ...(item.purgeAt ? { purgeAt: text(item.purgeAt) as Instant } : {}),
})

/** An item of ours as the SDK hands it out. */
export type Stored = { readonly [name in Name]?: { readonly S?: string | undefined; readonly N?: string | undefined } }
type Name =
  | 'pk'
  | 'sk'
  | 'body'
  | 'rev'
  | 'version'
  | 'digest'
  | 'stream'
  | 'expires'
  | 'home'
  | 'route'
  | 'purgeAt'
  | 'moved'

export const text = (attribute: Stored[Name]): string => {
  if (attribute?.S === undefined) throw new Error('a stored item lacks an attribute that we always write')
  return attribute.S
}

const key = (pk: string, sk: string) => ({ pk: { S: pk }, sk: { S: sk } })
const pad10 = (version: number): string => String(version).padStart(10, '0')
const place = ({ sk }: Stored): { readonly name: string; readonly version: string } => {
  const at = text(sk).lastIndexOf('#')
  return { name: text(sk).slice(0, at), version: text(sk).slice(at + 1) }
}

/** From when on DynamoDB may forget an item. It goes by its own clock and ours may be moved, so the days count by both. */
export const ttl = (expires: Instant, days: number): Attribute => ({
  N: `${Math.ceil(Math.max(epochMs(expires), Date.now() + days * 86_400_000) / 1000)}`,
})
export const TOMBSTONE_DAYS = 7
