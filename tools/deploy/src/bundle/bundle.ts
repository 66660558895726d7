import { fileURLToPath } from 'node:url'
import type { StoreName } from '@awayday/event-sourcing'
import { build, type Metafile } from 'esbuild'
import { onlyStores } from './only-stores.ts'

/** A function as Lambda runs it: one file, and what it was made of. */
export type Bundle = { readonly code: Uint8Array; readonly madeOf: Metafile }

/** Of the repository; paths of what a bundle is made of begin there. */
export const ROOT = fileURLToPath(new URL('../../../../', import.meta.url))

/** CommonJS starts faster than an ES module: `pnpm bench cold`. */
export type Format = 'cjs' | 'esm'

/**
 * Everything that a function's module needs, in one file; of the stores only those
 * named, each evaluated when it is asked for. The same source gives the same bytes in any folder.
 */
export const bundle = async (module: URL, stores: readonly StoreName[], format: Format = 'cjs'): Promise<Bundle> => {
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [fileURLToPath(module)],
    outfile: 'index.js',
    write: false,
    metafile: true,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format,
    ...(format === 'esm' && { banner: { js: REQUIRE } }),
    mainFields: ['module', 'main'],
    conditions: ['module', 'import'],
    minifySyntax: true,
    minifyWhitespace: true, // names stay: logs and progress tell errors by theirs
    legalComments: 'eof',
    logLevel: 'silent',
    plugins: [onlyStores(stores)],
  })
  const [file] = outputFiles
  if (!file) throw new Error(`${module.pathname} became no file`)
  return { code: file.contents, madeOf: metafile }
}

/** What is CommonJS within asks for Node's own modules by `require`. */
const REQUIRE = "import{createRequire}from'node:module';const require=createRequire(import.meta.url);"
