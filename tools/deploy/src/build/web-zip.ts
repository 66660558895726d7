import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildDashboard } from '@awayday/host/dashboard-build'
import type { ServiceManifest } from '@awayday/manifest'
import { zip } from '../bundle/zip.ts'

/** The files of a service's web app, built if they are not up to date. */
export const webZip = async (manifest: ServiceManifest): Promise<Uint8Array> => {
  await buildDashboard([manifest])
  const folder = fileURLToPath(new URL(`${manifest.web?.folder}/`, manifest.root))
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ parentPath, name }) => join(parentPath, name))
  const named = files.map(
    async (file) => [file.slice(folder.length).replaceAll('\\', '/'), await readFile(file)] as const,
  )
  return zip(Object.fromEntries(await Promise.all(named)))
}
