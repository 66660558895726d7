import type { Brand, TenantId } from '@awayday/kernel'

/** Names one stream of one tenant. The tenant is part of every key; the name alone is only unique within it. */
export type StreamId = { readonly tenant: TenantId; readonly name: StreamName }

/**
 * 1 to 200 of `A-Z a-z 0-9 - . / : _`: needs no escaping anywhere, sorts alike in every store, and leaves `#` free as
 * a separator for adapters. By habit `kind/id`. Never holds personal text.
 */
export type StreamName = Brand<string, 'StreamName'>

const NAME = /^[A-Za-z0-9\-./:_]{1,200}$/

export const parseStreamName = (text: string): StreamName | undefined =>
  NAME.test(text) ? (text as StreamName) : undefined

/** A stream whose name the code itself makes; a name that does not fit is a defect. */
export const stream = (tenant: TenantId, kind: string, id: string): StreamId => {
  const name = parseStreamName(`${kind}/${id}`)
  if (!name) throw new Error('not a stream name')
  return { tenant, name }
}

export const sameStream = (a: StreamId, b: StreamId): boolean => a.tenant === b.tenant && a.name === b.name
