/** Of a request, an entry, a record of work: whatever a command makes. */
export type RequestId = string
/** Of a plain record that holds the words; null: nothing was said. */
export type NoteId = string
/**
 * Names a document by its content: the SHA-256 of its text, base64url. A document never changes, so that what was decided by
 * it can be computed for ever.
 */
export type DocumentHash = string
