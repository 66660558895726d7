import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/** How a port is told to write, or somebody who does. */
const WRITES =
  /\b(handle|viewProjection|consumerRunner|relayOver|sweepOver)\(|\.(append|save|purge|settle|note|publish|start|revoke|put|write|keep|forget|reroute)\(/

/** What another module of the same folder is needed for while running. */
const IMPORTS = /^import \{(?<names>[^}]+)\} from '(?<from>\.[^']+)'/gm

/**
 * The functions that the modules below a folder export, of all modules that write to a port, or import from one that does. Which of them
 * write themselves is for people to say: so a new one cannot be forgotten.
 */
export const functionsThatWrite = async (folder: string): Promise<readonly string[]> => {
  const files = (await readdir(folder, { recursive: true })).filter((file) => /^[^.]+\.ts$/.test(file))
  const sources = new Map(
    await Promise.all(
      files.map(async (file) => [join(folder, file), await readFile(join(folder, file), 'utf8')] as const),
    ),
  )
  const writing = new Set([...sources].filter(([, source]) => WRITES.test(source)).map(([path]) => path))
  const uses = (path: string, source: string) =>
    [...source.matchAll(IMPORTS)].some(({ groups: { names = '', from = '' } = {} }) => {
      const isRunning = names.split(',').some((name) => name.trim() !== '' && !name.trim().startsWith('type '))
      return isRunning && writing.has(resolve(path, '..', from))
    })
  for (let before = -1; before !== writing.size; ) {
    before = writing.size
    for (const [path, source] of sources) if (uses(path, source)) writing.add(path)
  }
  const modules = await Promise.all([...writing].map((path): Promise<object> => import(path)))
  const functions = modules.flatMap((all) => Object.entries(all).filter(([, it]) => typeof it === 'function'))
  return functions.map(([name]) => name).sort()
}
