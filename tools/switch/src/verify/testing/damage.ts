import type { Collection, Item, Side } from '../side.ts'

/** Puts a text in the place of what is stored under a key, as nothing of ours would. */
export const overwrite = async (side: Side, tenant: string, collection: Collection, item: Item): Promise<void> => {
  const there = await side.get(tenant, collection, item.key)
  const done = there ? await side.replace(tenant, collection, item, there) : await side.add(tenant, collection, item)
  if (!done) throw new Error(`${item.key} was not written`)
}

export const erase = async (side: Side, tenant: string, collection: Collection, key: string): Promise<void> => {
  const fields = await side.get(tenant, collection, key)
  if (!fields || !(await side.remove(tenant, collection, { key, fields }))) throw new Error(`${key} was not removed`)
}

/** The text with another character at `at`: one byte of it is wrong. */
export const withWrongByte = (text: string, at: number): string =>
  text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1)
