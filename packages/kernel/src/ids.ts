import type { Brand } from './brand.ts'

/** One customer. First in every key, path and call. 1 to 60 of `a-z 0-9 -`, so no tenant's name is another's prefix plus a separator. */
export type TenantId = Brand<string, 'TenantId'>
export type PersonId = Brand<string, 'PersonId'>
/** A UTC instant as `Date.toISOString` prints it; text order is time order. */
export type Instant = Brand<string, 'Instant'>

const TENANT = /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/
/** What may stand between two separators of a stream's name. */
const ID = /^[A-Za-z0-9_-]{1,64}$/

export const parseTenantId = (text: string): TenantId | undefined =>
  TENANT.test(text) ? (text as TenantId) : undefined
export const parsePersonId = (text: string): PersonId | undefined => (ID.test(text) ? (text as PersonId) : undefined)
/** Whether a text can be the id of anything of ours. */
export const isId = (text: string): boolean => ID.test(text)

/** From who may least to who may most: everybody employed; who may be named as approver; two that rules and approval name; who sets the company up. */
export const ROLES = ['employee', 'approver', 'manager', 'hr', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** Who asks, as the edge has established it. Use cases decide what they may do. */
export type Actor = { readonly tenant: TenantId; readonly person: PersonId; readonly roles: readonly Role[] }
