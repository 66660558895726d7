import type { ServiceManifest } from '@awayday/manifest'
import { build } from '../build/build.ts'
import { kept } from '../build/kept.ts'
import { overBudget } from '../build/report.ts'
import { ShipProblem } from './ship-problem.ts'
import type { Services } from './versions.ts'

/** What is wanted: services as they are here, built now, and those that were not asked for as they run. */
export const builtNow = async (
  services: readonly ServiceManifest[],
  folder: string,
  running: Services,
): Promise<Services> => {
  const built = await Promise.all(services.map((service) => build(service, ['dynamodb'])))
  const troubles = overBudget(built.flatMap(({ functions }) => functions))
  if (troubles.length > 0) throw new ShipProblem(troubles.join('\n'))
  return { ...running, ...(await kept(built, folder)).services }
}
