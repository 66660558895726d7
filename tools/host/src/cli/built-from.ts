import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

type Declared = Readonly<Partial<Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>>>

/**
 * What a web app is built from: its folder, those of our packages that it declares, and the lockfile. Packages are found from here: where
 * the app is built already, what builds it is not installed.
 */
export const builtFrom = (folder: string): readonly string[] => {
  const { dependencies, devDependencies }: Declared = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const ours = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => version === 'workspace:*',
  )
  return [
    folder,
    ...ours.map(([name]) => fileURLToPath(new URL('..', import.meta.resolve(name)))), // from its src/index.ts
    fileURLToPath(new URL('../../../../pnpm-lock.yaml', import.meta.url)),
  ]
}

const OUTSIDE = new Set(['dist', 'node_modules', '.turbo'])

/** Over names and bytes: a clone, a branch or a copy may set the files' times as it likes. */
export const digestOf = (paths: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const path of paths)
    for (const file of filesOf(path))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(path, file)))
  return hash.digest('base64url')
}

/** Relative to a folder; of a file, itself. */
const filesOf = (path: string): readonly string[] =>
  statSync(path).isFile()
    ? ['']
    : readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name).slice(path.length))
        .filter((file) => !file.split('/').some((part) => OUTSIDE.has(part)))
        .sort()
