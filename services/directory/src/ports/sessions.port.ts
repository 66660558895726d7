import type { Instant, PersonId, TenantId } from '@awayday/kernel'

/** Somebody is signed in, in one browser. */
export type Session = {
  readonly person: PersonId
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly revoked: boolean
}

export interface Sessions {
  /** Throws when the id is taken: ids are random, so that is a defect. */
  start(tenant: TenantId, id: string, session: Omit<Session, 'revoked'>): Promise<void>
  /** Strongly consistent: a session is seen as revoked from the moment `revoke` resolves. Unknown: undefined. */
  load(tenant: TenantId, id: string): Promise<Session | undefined>
  /** Once more, or of an unknown one: nothing happens. */
  revoke(tenant: TenantId, id: string): Promise<void>
}
