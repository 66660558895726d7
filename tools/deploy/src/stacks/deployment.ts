import type { Stack } from 'aws-cdk-lib/core'
import type { ServiceArtifact } from '../build/artifact.ts'

/** What runs in one environment of an account, and how. */
export type Deployment = {
  /** `test`, `prod` or a developer's name: part of every name. */
  readonly environment: string
  /** People rely on it: data outlives its stack, no table is deleted by mistake, alarms watch it, calls move to new versions step by step. */
  readonly keepsData: boolean
  /** All calls reach new versions at once, and no alarm takes them back. */
  readonly atOnce: boolean
  /** Somebody's own, for a while: with the demo company, and who may try it signs in as one of its people. */
  readonly demo: boolean
  readonly services: readonly ServiceArtifact[]
}

const ENVIRONMENT = /^[a-z][a-z0-9]{1,15}$/

/** Of AWS, such as eu-west-1. */
export const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/

/** Short enough for every name that is made of it: Lambda takes 64 characters. */
export const isEnvironment = (name: string): boolean => ENVIRONMENT.test(name)

/** `awayday-test-leave-api` */
export const nameOf = ({ environment }: Pick<Deployment, 'environment'>, ...parts: readonly string[]): string =>
  ['awayday', environment, ...parts].join('-')

/** The alias that is called where calls move step by step. */
export const LIVE = 'live'

/** A name as CloudFormation takes it within a template: `person-changed` is `PersonChanged`. */
export const idOf = (...parts: readonly string[]): string =>
  parts
    .flatMap((part) => part.split(/[^A-Za-z0-9]+/))
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('')

/** Zips lie under their content's name, in one bucket of the account, so that environments share them. */
export const artifactsBucket = ({ account, region }: Pick<Stack, 'account' | 'region'>): string =>
  `awayday-artifacts-${account}-${region}`
export const keyOf = (sha256: string): string => `functions/${sha256}.zip`
/** Where the files of a web app lie, unpacked. */
export const webFolder = (sha256: string): string => `web/${sha256}`
