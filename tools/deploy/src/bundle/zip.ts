import { zipSync } from 'fflate'

/** Files by name, as Lambda takes them. The same files give the same bytes, wherever and whenever. */
export const zip = (files: Readonly<Record<string, Uint8Array>>): Uint8Array => {
  const mtime = new Date(1980, 0, 1) // the first day that a zip can tell, by the local clock, which is what is written
  const names = Object.keys(files).toSorted()
  return zipSync(
    Object.fromEntries(names.map((name) => [name, [files[name] ?? new Uint8Array(), { ...ALIKE, mtime }]])),
  )
}

/** Unix, and readable by all, as Lambda's own user is another. */
const ALIKE = { level: 9, os: 3, attrs: 0o100644 << 16 } as const
