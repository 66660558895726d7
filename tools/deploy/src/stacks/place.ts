import type { Stack } from 'aws-cdk-lib/core'
import { type Deployment, nameOf } from './deployment.ts'

/** Where resources of a service are made. */
export type Place = { readonly stack: Stack; readonly deployment: Deployment; readonly service: string }

/** `awayday-test-leave-relay` */
export const named = ({ deployment, service }: Place, ...parts: readonly string[]): string =>
  nameOf(deployment, service, ...parts)
