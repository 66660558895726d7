import { writeFile } from 'node:fs/promises'
import { environment, environmentFile } from './environment.ts'

await writeFile(environmentFile, await environment())
