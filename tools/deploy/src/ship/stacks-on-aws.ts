import {
  type CloudFormationClient,
  CreateStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
  type Parameter,
  paginateDescribeStacks,
  UpdateStackCommand,
  waitUntilStackCreateComplete,
  waitUntilStackUpdateComplete,
} from '@aws-sdk/client-cloudformation'
import type { Template } from '../checks/template.ts'
import { nameOf } from '../stacks/deployment.ts'
import { ShipProblem } from './ship-problem.ts'

/** Longer than a distribution takes. */
export const WAIT = { maxWaitTime: 1_800, minDelay: 1, maxDelay: 15 }

/** The template of a stack as it runs; undefined: there is none. */
export const runningTemplate = async (client: CloudFormationClient, name: string): Promise<Template | undefined> => {
  if (!(await stackOf(client, name))) return undefined
  const { TemplateBody } = await client.send(new GetTemplateCommand({ StackName: name }))
  return JSON.parse(TemplateBody ?? '{}') as Template
}

/** Makes a stack or changes it, and waits until that is over. What failed is told with CloudFormation's reasons. */
export const applied = async (
  client: CloudFormationClient,
  name: string,
  source: { readonly TemplateURL: string } | { readonly TemplateBody: string },
  parameters: Readonly<Record<string, string>> = {},
): Promise<void> => {
  const existing = await stackOf(client, name)
  const asked = {
    StackName: name,
    ...source,
    Capabilities: ['CAPABILITY_IAM' as const],
    Parameters: Object.entries(parameters).map(
      ([ParameterKey, ParameterValue]): Parameter => ({ ParameterKey, ParameterValue }),
    ),
  }
  const patience = { client, ...WAIT }
  try {
    if (!existing) {
      await client.send(new CreateStackCommand({ ...asked, OnFailure: 'DELETE' }))
      await waitUntilStackCreateComplete(patience, { StackName: name })
    } else if (await changes(client.send(new UpdateStackCommand(asked))))
      await waitUntilStackUpdateComplete(patience, { StackName: name })
  } catch (cause) {
    throw new ShipProblem(
      `The stack ${name} could not be applied, and is as it was. ${await reasonsOf(client, name, cause)}`,
      {
        cause,
      },
    )
  }
}

export const outputsOf = async (
  client: CloudFormationClient,
  name: string,
): Promise<Readonly<Record<string, string>>> => {
  const outputs = (await stackOf(client, name))?.Outputs ?? []
  return Object.fromEntries(outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]))
}

/** The stacks of an environment, by name. */
export const stacksOf = async (client: CloudFormationClient, environment: string): Promise<readonly string[]> => {
  const names: string[] = []
  for await (const { Stacks = [] } of paginateDescribeStacks({ client }, {}))
    names.push(...Stacks.flatMap(({ StackName }) => StackName ?? []))
  return names.filter((name) => name.startsWith(nameOf({ environment }, '')))
}

const stackOf = async (client: CloudFormationClient, StackName: string) => {
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName }))
    return Stacks[0]
  } catch (trouble) {
    if (trouble instanceof Error && /does not exist/.test(trouble.message)) return undefined
    throw trouble
  }
}

/** CloudFormation calls it an error when there is nothing to do. */
const changes = async (update: Promise<unknown>): Promise<boolean> => {
  try {
    await update
    return true
  } catch (trouble) {
    if (trouble instanceof Error && /No updates are to be performed/.test(trouble.message)) return false
    throw trouble
  }
}

const reasonsOf = async (client: CloudFormationClient, StackName: string, cause: unknown): Promise<string> => {
  const { StackEvents = [] } = await client
    .send(new DescribeStackEventsCommand({ StackName }))
    .catch(() => ({ StackEvents: [] }))
  const failed = StackEvents.filter(({ ResourceStatus = '' }) => ResourceStatus.endsWith('FAILED'))
  const reasons = failed.map(
    ({ LogicalResourceId, ResourceStatusReason }) => `${LogicalResourceId}: ${ResourceStatusReason}`,
  )
  return reasons.length > 0 ? reasons.join('; ') : cause instanceof Error ? cause.message : String(cause)
}
