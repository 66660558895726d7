import { randomBytes } from 'node:crypto'
import {
  DeleteParameterCommand,
  GetParameterCommand,
  ParameterNotFound,
  PutParameterCommand,
  type SSMClient,
} from '@aws-sdk/client-ssm'

/**
 * `AWAYDAY_SECRET` of an environment, made at its first deploy and kept in the account's parameter store, encrypted. Stacks get it
 * as a parameter that nobody is shown.
 */
export const secretOf = async (ssm: SSMClient, environment: string): Promise<string> => {
  const Name = nameOf(environment)
  try {
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name, WithDecryption: true }))
    if (Parameter?.Value) return Parameter.Value
  } catch (trouble) {
    if (!(trouble instanceof ParameterNotFound)) throw trouble
  }
  const Value = randomBytes(32).toString('base64url')
  await ssm.send(new PutParameterCommand({ Name, Value, Type: 'SecureString', Description: 'AWAYDAY_SECRET' }))
  return Value
}

/** With the environment, what it kept is gone. */
export const forgetSecret = async (ssm: SSMClient, environment: string): Promise<void> => {
  try {
    await ssm.send(new DeleteParameterCommand({ Name: nameOf(environment) }))
  } catch (trouble) {
    if (!(trouble instanceof ParameterNotFound)) throw trouble
  }
}

const nameOf = (environment: string): string => `/awayday/${environment}/secret`
