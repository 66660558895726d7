import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** How a port is told to write, or somebody who tells it. */
const WRITES =
  /\b(handle|viewProjection|consumerRunner|relayOver|sweepOver)\(|\.(append|save|purge|settle|note|publish|start|revoke|put|write|keep|forget|reroute)\(/

/** What is needed of another module of the same folder while running. */
const IMPORTS = /^import \{([^}]+)\} from '\.[^']+'/gm

/**
 * The functions that the modules below a folder export, of modules that write to a port or use one of these functions. `readers`: who
 * writes nothing, as people say; who uses one of them does not count for it. So a new one that writes cannot be forgotten.
 */
export const functionsThatWrite = async (folder: string, readers: readonly string[]): Promise<readonly string[]> => {
  const files = (await readdir(folder, { recursive: true })).filter((file) => /^[^.]+\.ts$/.test(file))
  const modules = await Promise.all(files.map((file) => moduleIn(join(folder, file))))
  const found = new Set<string>()
  for (let before = -1; before !== found.size; ) {
    before = found.size
    const uses = (name: string) => found.has(name) && !readers.includes(name)
    for (const { writes, functions, imports } of modules)
      if (writes || imports.some(uses)) for (const name of functions) found.add(name)
  }
  return [...found].sort()
}

const moduleIn = async (path: string) => {
  const [source, exported]: [string, object] = await Promise.all([readFile(path, 'utf8'), import(path)])
  const names = [...source.matchAll(IMPORTS)].flatMap(([, all = '']) => all.split(',').map((name) => name.trim()))
  return {
    writes: WRITES.test(source),
    functions: Object.entries(exported).flatMap(([name, it]) => (typeof it === 'function' ? [name] : [])),
    imports: names.filter((name) => name !== '' && !name.startsWith('type ')),
  }
}
