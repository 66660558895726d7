/** The versions of each package that a lockfile names. */
export type Locked = ReadonlyMap<string, ReadonlySet<string>>

/** `  '@scope/name@1.2.3':` and `  name@1.2.3(peer@1):`, as pnpm writes them below `packages` and `snapshots`. */
const ENTRY = /^ {2}'?((?:@[^/@\s]+\/)?[^@\s']+)@([^(\s':]+)/

export const lockedIn = (lockfile: string): Locked => {
  const locked = new Map<string, Set<string>>()
  const from = lockfile.search(/^packages:$/m)
  for (const line of from < 0 ? [] : lockfile.slice(from).split('\n')) {
    const [, name, version] = ENTRY.exec(line) ?? []
    if (name === undefined || version === undefined) continue
    locked.set(name, (locked.get(name) ?? new Set()).add(version))
  }
  return locked
}

/** Packages that another version is locked of, with both: `0.8.2 -> 0.8.3`. */
export const relocked = (before: Locked, after: Locked): ReadonlyMap<string, string> => {
  const named = (versions: ReadonlySet<string> | undefined): string =>
    [...(versions ?? ['nothing'])].sort().join(' and ')
  const names = new Set([...before.keys(), ...after.keys()])
  return new Map(
    [...names].flatMap((name) => {
      const [was, is] = [named(before.get(name)), named(after.get(name))]
      return was === is ? [] : [[name, `${was} -> ${is}`] as const]
    }),
  )
}
