import type { LocalDate, PersonId } from '@awayday/kernel'

/** What a company decides for itself. Each is a document that is stored apart and named by the hash of its content. */
export type SettingKind = 'policy' | 'schedule' | 'calendar' | 'leaveTypes' | 'rules' | 'approval'

/** SHA-256 of a document's text, base64url. Never changes what it names. */
export type ContentHash = string

/** In UTF-8: some thousand holidays; well below the 400 kB of an item in DynamoDB. */
export const DOCUMENT_BYTES_MAX = 262_144

/**
 * Whom a setting is for: who is in one of the lists of what is given. An empty list is nobody's; a list that is absent asks
 * nothing; `{}` is everybody. A calendar's `locations` is its location, or absent.
 */
export type AppliesTo = {
  readonly persons?: readonly PersonId[]
  readonly teams?: readonly string[]
  readonly locations?: readonly string[]
  /** ISO 3166-1 alpha-2. */
  readonly countries?: readonly string[]
}

/** What was saved at once: what holds from a day on, in place of all that was saved before for that day and later. */
export type Saved = {
  readonly kind: SettingKind
  /** Of one policy, one schedule, one location; `all` for what a company has once. */
  readonly id: string
  /** The leave type of a policy, for which a person has one policy at a time; null for other kinds. Where it ends, the one it had. */
  readonly leaveType: string | null
  /** Null: it ends, and is nobody's any more. */
  readonly document: ContentHash | null
  readonly from: LocalDate
  readonly appliesTo: AppliesTo
}

/** Numbers what was saved in a company, from 1 on, without gaps: later words have higher ones. */
export type Version = number
export type Setting = Saved & { readonly version: Version }
