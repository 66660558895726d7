import { createHash } from 'node:crypto'
import type { ContentHash } from '#domain/company/setting.ts'

/** What names a document: SHA-256 of its text in UTF-8, base64url. */
export const documentHash = (text: string): ContentHash => createHash('sha256').update(text).digest('base64url')
