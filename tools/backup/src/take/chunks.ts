import { writeChunk } from '../format/chunk.ts'
import type { Chunk } from '../format/manifest.ts'

/** The files of a backup that is being made, numbered as they come. A name says nothing of whom it holds. */
export type Chunks = { write(service: string, content: Buffer, items: number): Promise<Chunk> }

export const chunksIn = (folder: string): Chunks => {
  let last = 0
  return {
    async write(service, content, items) {
      last += 1
      const { file, ...rest } = await writeChunk(folder, `${service}-${String(last).padStart(6, '0')}.zst`, content)
      return { file, items, ...rest }
    },
  }
}

/** What such a name looks like. */
export const CHUNK_NAME = /^[a-z][a-z0-9-]*-\d{6,}\.zst$/
