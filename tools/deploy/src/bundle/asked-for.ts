import type { Metafile } from 'esbuild'

/** The files that a start, or what it may load later, asks for: a file of what nothing asks for any more is made all the same. */
export const askedFor = ({ outputs }: Metafile, start: string): ReadonlySet<string> => {
  const found = new Set<string>()
  const follow = (file: string): void => {
    if (found.has(file) || !outputs[file]) return
    found.add(file)
    for (const { path } of outputs[file].imports) follow(path)
  }
  follow(start)
  return found
}
