import type { Collection, Item, Side } from '../side.ts'

/** All that a store has of a collection, in the order of its pages. */
export const everything = async (side: Side, tenant: string, collection: Collection): Promise<readonly Item[]> => {
  const items: Item[] = []
  for await (const page of side.pages(tenant, collection)) items.push(...page)
  return items
}
