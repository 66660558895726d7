import type { PlainRecords } from '@awayday/plain-records'
import { DOCUMENT_BYTES_MAX } from '#domain/company/setting.ts'
import type { Documents } from '#ports/documents.port.ts'
import { documentHash } from '#wire/document-hash.ts'

const kind = 'document'

/** Written once under its hash, so a writer who comes second has nothing to add. */
export const recordedDocuments = (records: PlainRecords): Documents => ({
  async put(tenant, text) {
    if (Buffer.byteLength(text) > DOCUMENT_BYTES_MAX) throw new Error(`a document of ${Buffer.byteLength(text)} bytes`)
    const id = documentHash(text)
    await records.save(tenant, { kind, id, data: { text } }, 0)
    return id
  },

  async read(tenant, hashes) {
    const found = await Promise.all([...new Set(hashes)].map((hash) => records.load(tenant, kind, hash)))
    return new Map(found.flatMap((record) => (record?.data ? [[record.id, String(record.data['text'])]] : [])))
  },
})
