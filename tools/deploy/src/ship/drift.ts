import { setTimeout as after } from 'node:timers/promises'
import {
  type CloudFormationClient,
  DescribeStackDriftDetectionStatusCommand,
  DetectStackDriftCommand,
  paginateDescribeStackResourceDrifts,
  type StackResourceDrift,
} from '@aws-sdk/client-cloudformation'

/**
 * What somebody has changed beside the stacks since they were applied, sentence by sentence. CloudFormation overwrites none of it as long
 * as the templates stay as they are. What could not be found out is told as that.
 */
export const driftOf = async (
  client: CloudFormationClient,
  stacks: readonly string[],
  pauseMs = PAUSE_MS,
): Promise<readonly string[]> => (await Promise.all(stacks.map((stack) => driftIn(client, stack, pauseMs)))).flat()

const PAUSE_MS = 2_000
const TRIES = 60

const driftIn = async (client: CloudFormationClient, stack: string, pauseMs: number): Promise<readonly string[]> => {
  try {
    await detected(client, stack, pauseMs)
    const lines: string[] = []
    const asked = { StackName: stack, StackResourceDriftStatusFilters: ['MODIFIED' as const, 'DELETED' as const] }
    for await (const { StackResourceDrifts = [] } of paginateDescribeStackResourceDrifts({ client }, asked))
      lines.push(...StackResourceDrifts.flatMap((drift) => told(stack, drift)))
    return lines
  } catch (trouble) {
    return [`? ${stack}: ${trouble instanceof Error ? trouble.message : trouble}`]
  }
}

/** Resolves when CloudFormation has looked at every resource of the stack. */
const detected = async (client: CloudFormationClient, StackName: string, pauseMs: number): Promise<void> => {
  const { StackDriftDetectionId } = await client.send(new DetectStackDriftCommand({ StackName }))
  for (let tries = 0; tries < TRIES; tries++) {
    const { DetectionStatus, DetectionStatusReason } = await client.send(
      new DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId }),
    )
    if (DetectionStatus === 'DETECTION_COMPLETE') return
    if (DetectionStatus === 'DETECTION_FAILED') throw new Error(DetectionStatusReason)
    await after(pauseMs)
  }
  throw new Error('CloudFormation has not finished looking')
}

const told = (
  stack: string,
  { LogicalResourceId, ResourceType, StackResourceDriftStatus, PropertyDifferences = [] }: StackResourceDrift,
): readonly string[] => {
  const what = `${stack}, ${LogicalResourceId} (${ResourceType})`
  if (StackResourceDriftStatus === 'DELETED') return [`- ${what}`]
  return PropertyDifferences.map(
    ({ PropertyPath, ExpectedValue, ActualValue }) => `~ ${what} ${PropertyPath}: ${ExpectedValue} -> ${ActualValue}`,
  )
}
