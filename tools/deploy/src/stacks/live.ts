import { CfnApplication, CfnDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy'
import { CfnRole } from 'aws-cdk-lib/aws-iam'
import { CfnAlias, CfnVersion } from 'aws-cdk-lib/aws-lambda'
import { sha256Of } from '../build/artifact.ts'
import type { Alarms } from './alarms.ts'
import { idOf, LIVE } from './deployment.ts'
import type { Made } from './functions.ts'
import { named, type Place } from './place.ts'
import { allow, policy, trusting } from './rights.ts'

/**
 * A tenth of the calls more each minute. Of few calls, as a company makes, a fixed tenth for five minutes sees none
 * (`checks/shift.spec.ts` has the figures).
 */
const STEPS = 'CodeDeployDefault.LambdaLinear10PercentEvery1Minute'

/**
 * Functions as they are called where people rely on them: by an alias, which moves to a new version step by step, and back as soon as
 * one of the function's alarms sounds. CodeDeploy does it while CloudFormation waits; a stack whose functions fail is as it was.
 */
export const liveFunctions = (place: Place, made: readonly Made[], alarms: Alarms): readonly Made[] => {
  const { stack, deployment } = place
  const application = new CfnApplication(stack, 'Shifts', { applicationName: named(place), computePlatform: 'Lambda' })
  const role = shiftingRole(place, made, alarms)
  return made.map((one) => {
    const { name, fn, props, sha256 } = one
    const group = new CfnDeploymentGroup(stack, idOf(name, 'shift'), {
      applicationName: application.ref,
      deploymentGroupName: named(place, name),
      serviceRoleArn: role.attrArn,
      deploymentConfigName: STEPS,
      deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
      autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM'] },
      alarmConfiguration: { enabled: true, alarms: (alarms.get(name) ?? []).map((alarm) => ({ name: alarm.ref })) },
    })
    // A version is a copy of code and settings: what changes one of them changes the name, and so makes another.
    const state = sha256Of(JSON.stringify(stack.resolve(props))).slice(0, 12)
    const version = new CfnVersion(stack, idOf(name, 'version', state), {
      functionName: fn.ref,
      codeSha256: Buffer.from(sha256, 'hex').toString('base64'), // refused by Lambda if it has other bytes
    })
    const alias = new CfnAlias(stack, idOf(name, LIVE), {
      functionName: fn.ref,
      functionVersion: version.attrVersion,
      name: LIVE,
    })
    if (!deployment.atOnce)
      alias.cfnOptions.updatePolicy = {
        codeDeployLambdaAliasUpdate: { applicationName: application.ref, deploymentGroupName: group.ref },
      }
    return { ...one, alias }
  })
}

/** What CodeDeploy may: move aliases of these functions, and look at their alarms. */
const shiftingRole = (place: Place, made: readonly Made[], alarms: Alarms): CfnRole =>
  new CfnRole(place.stack, 'ShiftsRole', {
    assumeRolePolicyDocument: trusting('codedeploy'),
    policies: [
      policy('own', [
        allow(
          ['lambda:GetAlias', 'lambda:UpdateAlias', 'lambda:GetProvisionedConcurrencyConfig'],
          made.flatMap(({ fn }) => [fn.attrArn, `${fn.attrArn}:${LIVE}`]),
        ),
        allow(
          ['cloudwatch:DescribeAlarms'],
          [...alarms.values()].flat().map(({ attrArn }) => attrArn),
        ),
      ]),
    ],
  })
