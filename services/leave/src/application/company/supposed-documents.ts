import type { Documents } from '#ports/documents.port.ts'

/** Documents of which some are only supposed, by their hash: to look at what would be, and keep nothing. */
export const supposing = (documents: Documents, supposed: ReadonlyMap<string, string>): Documents => ({
  put: documents.put,
  read: async (tenant, hashes) => {
    const here = hashes.flatMap((hash) => {
      const text = supposed.get(hash)
      return text === undefined ? [] : [[hash, text] as const]
    })
    const others = hashes.filter((hash) => !supposed.has(hash))
    const found = others.length > 0 ? await documents.read(tenant, others) : []
    return new Map([...here, ...found])
  },
})
