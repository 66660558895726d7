import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { StoreName } from '@awayday/event-sourcing'
import { type BuildOptions, build, type Metafile } from 'esbuild'
import { askedFor } from './asked-for.ts'
import { onlyStores } from './only-stores.ts'
import { theOnlyStore } from './the-only-store.ts'

/** A function as Lambda runs it: its files by name, `index.mjs` first among them, and what they were made of. */
export type Bundle = { readonly files: Readonly<Record<string, Uint8Array>>; readonly madeOf: Metafile }

/** `split`: ES modules, of which a start loads what it needs; the others are one file. `pnpm bench cold` compares them. */
export type Format = 'split' | 'esm' | 'cjs'

/** Of the repository; paths of what a bundle is made of begin there. */
export const ROOT = fileURLToPath(new URL('../../../../', import.meta.url))
const OUT = 'out'
/** Licences, beside the file of what they are for. */
const LEGAL = /\.LEGAL\.txt$/

/**
 * Everything that a function's module needs; of the stores only those named. What is imported on demand is a file of its own, which
 * costs a start nothing. The same source gives the same bytes in any folder.
 */
export const bundle = async (module: URL, stores: readonly StoreName[], format: Format = 'split'): Promise<Bundle> => {
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [{ in: fileURLToPath(module), out: 'index' }],
    outdir: OUT,
    write: false,
    metafile: true,
    bundle: true,
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    conditions: ['module', 'import'],
    minifySyntax: true,
    // V8 reads the body of an arrow function at once, and passes over that of another until it is called.
    supported: { arrow: false },
    minifyWhitespace: true, // names stay: logs and progress tell errors by theirs
    legalComments: 'external',
    logLevel: 'silent',
    plugins: [onlyStores(stores), theOnlyStore(stores)],
    ...(FORMATS[format] as object),
  })
  const kept = askedFor(metafile, `${OUT}/index${FORMATS[format].outExtension['.js']}`)
  const files = outputFiles
    .filter(({ path }) => kept.has(relative(ROOT, path).replace(LEGAL, '')))
    .map(({ path, contents }) => [relative(`${ROOT}${OUT}`, path), contents] as const)
  const outputs = Object.fromEntries(Object.entries(metafile.outputs).filter(([name]) => kept.has(name)))
  return { files: Object.fromEntries(files), madeOf: { ...metafile, outputs } }
}

/** What is CommonJS within asks for Node's own modules by `require`. */
const REQUIRE = "import{createRequire}from'node:module';const require=createRequire(import.meta.url);"
const ESM = { format: 'esm', outExtension: { '.js': '.mjs' }, banner: { js: REQUIRE } } as const

const FORMATS = {
  split: { ...ESM, splitting: true },
  esm: ESM,
  cjs: { format: 'cjs', outExtension: { '.js': '.cjs' } },
} satisfies Readonly<Record<Format, BuildOptions>>
