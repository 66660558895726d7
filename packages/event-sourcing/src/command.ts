import { createHash } from 'node:crypto'
import type { Instant, Refusal, TenantId } from '@awayday/kernel'
import type { StreamId } from './stream.ts'

/** Who does something, with which key, following from what. Made by the edge; the same for every try. */
export type CommandMeta = {
  readonly tenant: TenantId
  /** Person id, or `system:<what>`. */
  readonly actor: string
  /** The caller's idempotency key (1 to 128 characters); jobs and consumers use fixed ones. */
  readonly key: string
  /** HMAC of the raw request. */
  readonly digest: string
  readonly correlation: string
  readonly cause: string
  readonly at: Instant
}

/** The event type that fences an earlier try of a refused command, and fixes the answer. No codec or projector sees it. */
export const REFUSED = 'Refused'
/** The refusal as the decider gave it: a problem's title and status are constant per type, so they are not stored. */
export type Refused = { readonly problem: Refusal }

/** SHA-256 over tenant, actor and key, unambiguously joined, base64url. */
export const commandId = ({ tenant, actor, key }: Pick<CommandMeta, 'tenant' | 'actor' | 'key'>): string =>
  sha256(JSON.stringify([tenant, actor, key]))

/** The id of the n-th new thing a command makes: a command tried again makes the same thing. 22 characters of SHA-256. */
export const newId = (command: string, stream: StreamId, n: number): string =>
  sha256(JSON.stringify([command, stream.tenant, stream.name, n])).slice(0, 22)

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url')
