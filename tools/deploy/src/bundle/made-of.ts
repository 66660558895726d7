import type { Bundle } from './bundle.ts'

/** What the bytes of a bundle are for: by npm package, or by package and service of ours; the largest first. */
export const madeOf = ({ madeOf: { outputs } }: Bundle): readonly { readonly of: string; readonly bytes: number }[] => {
  const bytes = new Map<string, number>()
  for (const [path, { bytesInOutput }] of Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs)))
    bytes.set(ownerOf(path), (bytes.get(ownerOf(path)) ?? 0) + bytesInOutput)
  return [...bytes].map(([of, sum]) => ({ of, bytes: sum })).toSorted((a, b) => b.bytes - a.bytes)
}

/** `services/leave/src/adapters/holidays/data/pt.json` is `services/leave data`. */
const ownerOf = (path: string): string => {
  const ours = /^(?:packages|services)\/[^/]+/.exec(path)?.[0]
  return packageOf(path) ?? (path.endsWith('.json') ? `${ours} data` : (ours ?? path))
}

/** `node_modules/.pnpm/x@1/node_modules/@scope/x/y.js` is of `@scope/x`. Undefined: it is ours. */
export const packageOf = (path: string): string | undefined => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]
