import type { StoredItem } from '@awayday/stored-items'

/**
 * Items as they lie in a chunk, one after the other: a line with the key and the value's size in bytes, then the value. The
 * value is not escaped, so its bytes stay as they are, and the text can be read with `zstdcat`.
 */
export const contentOf = (items: readonly StoredItem[]): Buffer => Buffer.from(items.map(written).join(''))

const written = ({ key, value }: StoredItem): string => {
  if (!KEY.test(key)) throw new Error(`no key of ours: ${JSON.stringify(key)}`)
  return `${key} ${Buffer.byteLength(value)}\n${value}\n`
}

/** Printable ASCII without a space. */
const KEY = /^[!-~]+$/

/** The inverse of `contentOf`; undefined for anything else. */
export const itemsIn = (content: Buffer): readonly StoredItem[] | undefined => {
  const items: StoredItem[] = []
  let at = 0
  while (at < content.length) {
    const lineEnd = content.indexOf(NEWLINE, at)
    const [, key, size] = HEADER.exec(content.toString('latin1', at, lineEnd)) ?? []
    const end = lineEnd + 1 + Number(size)
    if (lineEnd < 0 || key === undefined || content[end] !== NEWLINE) return undefined
    items.push({ key, value: content.toString('utf8', lineEnd + 1, end) })
    at = end + 1
  }
  return items
}

const NEWLINE = 10
const HEADER = /^([!-~]+) (0|[1-9]\d{0,9})$/
