import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { moduleOf, type ServiceManifest } from '@awayday/manifest'
import { build } from 'esbuild'
import { contractOf } from '../build/contract-of.ts'
import { bundle, ROOT } from '../bundle/bundle.ts'
import { packageOf } from '../bundle/made-of.ts'
import type { MadeOf } from './affected.ts'

/** What a service is made of here and now: by what the bundler reads, not by what packages declare. */
export const madeOfNow = async (manifest: ServiceManifest): Promise<MadeOf> => {
  const names = Object.keys(manifest.functions)
  const bundled = await Promise.all(
    names.map(async (name) => [name, await inputsOf(moduleOf(manifest, name))] as const),
  )
  const contract = new URL('contract.ts', manifest.root)
  return {
    service: manifest.name,
    parts: {
      ...Object.fromEntries(bundled.map(([name, inputs]) => [name, split(inputs)])),
      ...(manifest.web && { 'its web app': split(await webInputsOf(manifest)) }),
    },
    contract: new Set(existsSync(contract) ? split(await inputsOf(contract)).files : []),
    hears: Object.keys((await contractOf(manifest))?.consumes ?? {}),
  }
}

const inputsOf = async (module: URL): Promise<readonly string[]> =>
  Object.keys((await bundle(module, ['dynamodb'])).madeOf.inputs)

/** What its page imports, and what else lies in its folder: the page itself, its settings, its pictures. */
const webInputsOf = async ({ root }: ServiceManifest): Promise<readonly string[]> => {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [fileURLToPath(new URL('src/main.tsx', root))],
    outdir: 'none',
    write: false,
    metafile: true,
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    logLevel: 'silent',
  })
  const folder = fileURLToPath(new URL('.', root))
  const beside = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile())
  const pictures = await readdir(join(folder, 'public'))
  return [
    ...Object.keys(metafile.inputs),
    ...beside.map(({ name }) => relative(ROOT, join(folder, name))),
    ...pictures.map((name) => relative(ROOT, join(folder, 'public', name))),
  ].filter((file) => !file.endsWith('.md'))
}

const split = (inputs: readonly string[]) => ({
  files: new Set(inputs.filter((path) => packageOf(path) === undefined)),
  packages: new Set(inputs.flatMap((path) => packageOf(path) ?? [])),
})
