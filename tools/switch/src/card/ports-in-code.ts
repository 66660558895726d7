import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/** A port of the hexagon that somebody else's product stands behind, as the sources have it. */
export type PortInCode = {
  readonly name: string
  /** The package or service that declares it, from the repository's root. */
  readonly home: string
  /** Of the contract that every adapter of it has to keep. */
  readonly clauses: number
  /** Lines of each adapter, blank lines and comments left out, by what it is for: `mongodb`, `sqlite`, … */
  readonly lines: Readonly<Record<string, number>>
}

const ROOT = resolve(import.meta.dirname, '../../../..')
const ADAPTER = /\/src\/adapters\/([a-z-]+)\/[^/]+\.ts$/

/** All ports with adapters, by name. */
export const portsInCode = (): readonly PortInCode[] => {
  const files = globSync('{packages,services}/*/src/**/*.ts', { cwd: ROOT })
  const adapters = files.filter((file) => ADAPTER.test(file) && !/\.(spec|contract)\.ts$/.test(file)).map(read)
  return files
    .filter((file) => file.endsWith('.port.ts'))
    .map(read)
    .flatMap(({ file, text: declaration }) => {
      const [, name = ''] = /^export interface (\w+)/m.exec(declaration) ?? []
      const own = adapters.filter(({ text }) => makes(name).test(text))
      const lines = Object.fromEntries(own.map((adapter) => [adapterOf(adapter.file), linesOf(adapter.text)]))
      const home = file.split('/').slice(0, 2).join('/')
      return own.length > 0 ? [{ name, home, clauses: clausesOf(file), lines }] : []
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

const read = (file: string) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') })
const adapterOf = (file: string): string => ADAPTER.exec(file)?.[1] ?? ''

/** An adapter is a function that answers the port: `…): EventStore =>`. */
const makes = (port: string): RegExp => new RegExp(`^export const [\\s\\S]{0,300}?\\): ${port} =>`, 'm')

const clausesOf = (port: string): number => {
  const [contract] = globSync(join(dirname(port), basename(port).replace('.port.ts', '.contract.ts')), { cwd: ROOT })
  return contract ? (read(contract).text.match(/^ {2}['"`].*['"`]: /gm) ?? []).length : 0
}

const linesOf = (text: string): number =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trim().startsWith('//')).length
