import type { CommandMeta } from '@awayday/event-sourcing'
import { type Instant, parseTenantId, type TenantId } from '@awayday/kernel'
import {
  check,
  type InferOutput,
  maxLength,
  nonEmpty,
  object,
  pipe,
  safeParse,
  string,
  transform,
  unknown,
} from 'valibot'
import { digestOf } from '../digest.ts'
import type { EdgeWorld } from '../world.ts'

/** What the edge reads of an EventBridge event; `detail` is as the bus makes it. */
export type BusDelivery = { readonly source: string; readonly 'detail-type': string; readonly detail: unknown }

/** The delivery, not the platform, is wrong: trying again will not help, so it ends where people look. */
export class BadEvent extends Error {
  override readonly name = 'BadEvent'
}

const shortText = pipe(string(), nonEmpty(), maxLength(512))
const detailSchema = object({
  id: shortText,
  tenant: pipe(
    string(),
    check((text) => parseTenantId(text) !== undefined),
    transform((text) => text as TenantId),
  ),
  at: pipe(
    shortText,
    transform((text) => text as Instant),
  ),
  correlation: shortText,
  data: unknown(),
})
export type Detail = InferOutput<typeof detailSchema>

export const detailOf = (detail: unknown): Detail => {
  const { success, output } = safeParse(detailSchema, detail)
  if (!success) throw new BadEvent('its detail is not as the bus makes it')
  return output
}

/**
 * The same for every delivery of an event, and for one that is published again by newer code: key and digest are of
 * what the event is, not of its bytes.
 */
export const metaOf = (
  { source, 'detail-type': type }: BusDelivery,
  { id, tenant, correlation }: Detail,
  { secret, clock }: EdgeWorld,
): CommandMeta => ({
  tenant,
  actor: `system:${source}`,
  key: id,
  digest: digestOf(secret, ['event', source, type, tenant, id]),
  correlation,
  cause: id,
  at: clock.now(),
})
