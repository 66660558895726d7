import type { TenantId } from '@awayday/kernel'
import type { DocumentHash } from '#domain/person/ids.ts'

/** What facts refer to: policies, schedules, calendars of a company, each a text that is known by its content. */
export interface Documents {
  /**
   * Keeps a text and answers its hash, before any fact that names it: the SHA-256 of its UTF-8, base64url. Once answered it can be
   * read for ever. The same text again is the same document. At most `DOCUMENT_BYTES_MAX` in UTF-8; a longer one is a defect and throws.
   */
  put(tenant: TenantId, text: string): Promise<DocumentHash>
  /** Strongly consistent; each text is what was put, byte for byte. Hashes that nobody put are left out. */
  read(tenant: TenantId, hashes: readonly DocumentHash[]): Promise<ReadonlyMap<DocumentHash, string>>
}
