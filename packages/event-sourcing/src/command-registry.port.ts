import { addMs, type Instant, type TenantId } from '@awayday/kernel'

import type { StreamName } from './stream.ts'

/** What somebody's key was first used for. Kept 30 days. */
export type Registered = { readonly digest: string; readonly stream: StreamName }

/** Catches a key that is used again for something else, perhaps on another stream. It is never the authority: the stream is. */
export interface CommandRegistry {
  /** Notes the use if the key is new (or its row has expired at `at`); answers the row that stands, when it was noted, and whether an earlier try did it. */
  note(
    key: { readonly tenant: TenantId; readonly actor: string; readonly key: string },
    use: Registered,
    at: Instant,
  ): Promise<{ readonly first: Registered; readonly at: Instant; readonly again: boolean }>
}

/** How long a key stands for its first use. */
export const REGISTRY_DAYS = 30

export const expiryOf = (at: Instant): Instant => addMs(at, REGISTRY_DAYS * 86_400_000)

/** The other way round. */
export const notedAt = (expires: Instant): Instant => addMs(expires, -REGISTRY_DAYS * 86_400_000)
