import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type CloudFormationClient,
  DeleteStackCommand,
  waitUntilStackDeleteComplete,
} from '@aws-sdk/client-cloudformation'
import type { SSMClient } from '@aws-sdk/client-ssm'
import { orderOf } from './plan.ts'
import { forgetSecret } from './secret.ts'
import { ShipProblem } from './ship-problem.ts'
import { stacksOf, WAIT } from './stacks-on-aws.ts'
import { readVersions, type Versions } from './versions.ts'

/** Whom the last day of has passed, or who is named: environments that are somebody's own, and no others. */
export const toRetire = async (
  folder: string,
  name: string | undefined,
  today: string,
): Promise<readonly (readonly [environment: string, versions: Versions])[]> => {
  const names = name === undefined ? await environmentsIn(folder) : [name]
  const all = await Promise.all(names.map(async (each) => [each, await readVersions(folder, each)] as const))
  return all.flatMap(([environment, versions]) => {
    if (!versions) throw new ShipProblem(`There is no ${folder}/${environment}.json.`)
    if (name !== undefined && versions.expires === undefined)
      throw new ShipProblem(`${environment} is nobody’s own, and is not removed by a command.`)
    const isOver = versions.expires !== undefined && versions.expires < today
    return name !== undefined || isOver ? [[environment, versions] as const] : []
  })
}

const environmentsIn = async (folder: string): Promise<readonly string[]> => {
  const files = await readdir(folder).catch(() => [])
  return files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length))
}

/** Removes an environment with all its data, its secret and its file. Cut short anywhere and called again, it goes on from there. */
export const retire = async (
  {
    cloudFormation,
    ssm,
    tell,
  }: {
    readonly cloudFormation: CloudFormationClient
    readonly ssm: SSMClient
    readonly tell: (line: string) => void
  },
  folder: string,
  environment: string,
): Promise<void> => {
  const stacks = await stacksOf(cloudFormation, environment)
  // Those first that others do not need.
  for (const StackName of stacks.toSorted((a, b) => orderOf(b) - orderOf(a))) {
    tell(`${StackName} ...`)
    await cloudFormation.send(new DeleteStackCommand({ StackName }))
    await waitUntilStackDeleteComplete({ client: cloudFormation, ...WAIT }, { StackName })
  }
  await forgetSecret(ssm, environment)
  await rm(join(folder, `${environment}.json`), { force: true })
}
