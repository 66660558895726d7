import type { TenantId } from '@awayday/kernel'
import type { Collection } from '@awayday/stored-items'
import { running } from '../format/checksum.ts'
import { contentOf } from '../format/content.ts'
import type { Chunk, Kept } from '../format/manifest.ts'
import type { Place } from '../place.ts'
import type { Chunks } from './chunks.ts'
import { wholeStreams } from './whole-streams.ts'

/** Writes a collection of a tenant into chunks. The next page is read while a chunk is compressed and written. */
export const keep = async (
  { service, store, items }: Place,
  tenant: TenantId,
  collection: Collection,
  chunks: Chunks,
): Promise<Kept> => {
  const digest = running()
  const done: Chunk[] = []
  let [count, bytes] = [0, 0]
  let full: { readonly contents: Buffer[]; items: number; bytes: number } = { contents: [], items: 0, bytes: 0 }
  let writing: Promise<void> = Promise.resolve()

  const write = async (): Promise<void> => {
    const { contents, items } = full
    full = { contents: [], items: 0, bytes: 0 }
    await writing
    writing = chunks.write(service.name, Buffer.concat(contents), items).then((chunk) => void done.push(chunk))
    writing.catch(() => {}) // thrown by whoever waits for it next
  }

  const pages = collection === 'events' ? wholeStreams(items, tenant, store.name) : items.pages(tenant, collection)
  for await (const page of pages) {
    const content = contentOf(page)
    digest.add(content)
    count += page.length
    bytes += content.length
    full.contents.push(content)
    full.items += page.length
    full.bytes += content.length
    if (full.bytes >= CHUNK_BYTES) await write()
  }
  if (full.items > 0) await write()
  await writing
  return { collection, items: count, bytes, sha256: digest.end(), chunks: done }
}

/** A chunk is in memory as a whole, here and where it is restored; a page more than this at most. */
const CHUNK_BYTES = 4 * 1024 * 1024
