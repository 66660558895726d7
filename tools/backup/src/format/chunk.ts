import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { constants, zstdCompress, zstdDecompress } from 'node:zlib'
import type { StoredItem } from '@awayday/stored-items'
import { damaged } from '../problem.ts'
import { sha256 } from './checksum.ts'
import { itemsIn } from './content.ts'
import type { Chunk } from './manifest.ts'

/** Compresses a part of a collection into a file of its own, on the disk before this is answered. */
export const writeChunk = async (folder: string, file: string, content: Buffer): Promise<Omit<Chunk, 'items'>> => {
  const packed = await compress(content, { params: { [constants.ZSTD_c_compressionLevel]: LEVEL } })
  await using to = await open(join(folder, file), 'wx', 0o600)
  await to.writeFile(packed)
  await to.sync()
  return {
    file,
    bytes: packed.length,
    sha256: sha256(packed),
    content: { bytes: content.length, sha256: sha256(content) },
  }
}

/** A record's digests do not compress, the rest does at any level; 1 packs 260 MB/s to 27 %, 6 packs 60 MB/s to the same. */
const LEVEL = 1

/** The chunk's file, if it is what was written. */
export const checkedFile = async (folder: string, chunk: Chunk): Promise<Buffer> => {
  const packed = await readFile(join(folder, chunk.file)).catch((cause: NodeJS.ErrnoException) => {
    throw damaged(chunk.file, cause.code === 'ENOENT' ? 'it is missing' : `it cannot be read (${cause.code})`)
  })
  if (packed.length !== chunk.bytes)
    throw damaged(chunk.file, `it has ${packed.length} bytes, and ${chunk.bytes} were written`)
  if (sha256(packed) !== chunk.sha256) throw damaged(chunk.file, 'its bytes are not those that were written')
  return packed
}

/** What a chunk holds, checked again once unpacked: what was compressed wrongly is found here. */
export const readChunk = async (
  folder: string,
  chunk: Chunk,
): Promise<{ readonly content: Buffer; readonly items: readonly StoredItem[] }> => {
  const packed = await checkedFile(folder, chunk)
  const content = await unpack(packed, { maxOutputLength: chunk.content.bytes + 1 }).catch(() => undefined)
  if (!content || sha256(content) !== chunk.content.sha256)
    throw damaged(chunk.file, 'it does not unpack to what was packed')
  const items = itemsIn(content)
  if (items?.length !== chunk.items) throw damaged(chunk.file, `it does not hold ${chunk.items} items`)
  return { content, items }
}

const compress = promisify(zstdCompress)
const unpack = promisify(zstdDecompress)
