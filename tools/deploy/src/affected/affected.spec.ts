import { describe, expect, test } from 'vitest'
import { affected, type MadeOf } from './affected.ts'
import { lockedIn, relocked } from './lockfile.ts'

const part = (files: readonly string[], packages: readonly string[] = []) => ({
  files: new Set(files),
  packages: new Set(packages),
})
const KERNEL = 'packages/kernel/src/result.ts'
const services: readonly MadeOf[] = [
  {
    service: 'directory',
    parts: { session: part([KERNEL, 'services/directory/src/a.ts'], ['jose']) },
    contract: new Set(['services/directory/contract.ts']),
    hears: [],
  },
  {
    service: 'leave',
    parts: { api: part([KERNEL, 'services/leave/src/b.ts']), relay: part([KERNEL]), sweep: part([KERNEL]) },
    contract: new Set(),
    hears: ['directory'],
  },
]
const none = new Map<string, string>()
const touched = (files: readonly string[], packages: ReadonlyMap<string, string> = none) =>
  Object.fromEntries(affected(services, { files, packages }))

describe('a change touches', () => {
  test('whoever has the file, and says in which functions', () =>
    expect(touched(['services/leave/src/b.ts', KERNEL])).toEqual({
      directory: [`${KERNEL} is in session`],
      leave: ['services/leave/src/b.ts is in api', `${KERNEL} is in api and 2 others`],
    }))

  test('whoever has a package of another version', () =>
    expect(touched(['pnpm-lock.yaml'], new Map([['jose', '6.2.16 -> 6.2.17']]))).toEqual({
      directory: ['jose 6.2.16 -> 6.2.17 is in session'],
    }))

  test('whoever hears a service whose contract changes', () =>
    expect(touched(['services/directory/contract.ts'])).toEqual({
      leave: ['it hears directory, whose contract is changed by services/directory/contract.ts'],
    }))

  test('all, where it says how they are deployed', () =>
    expect(Object.keys(touched(['tools/deploy/src/stacks/rights.ts']))).toEqual(['directory', 'leave']))

  test.each(['docs/deploy.md', 'services/leave/src/b.spec.ts', 'tools/deploy/src/stacks/rights.spec.ts', 'README.md'])(
    'nobody, where it is %s',
    (file) => expect(touched([file])).toEqual({}),
  )
})

describe('a lockfile', () => {
  const lockfile = (version: string) => `lockfileVersion: '9.0'
importers:
  .:
    dependencies: {}
packages:
  '@aws-sdk/client-s3@3.1162.0':
    resolution: {integrity: x}
  jose@${version}:
    resolution: {integrity: y}
snapshots:
  jose@${version}: {}
  middy@1.0.0(jose@${version}): {}
`
  test('names the versions of packages', () =>
    expect([...lockedIn(lockfile('6.2.16'))].map(([name, versions]) => `${name} ${[...versions]}`)).toEqual([
      '@aws-sdk/client-s3 3.1162.0',
      'jose 6.2.16',
      'middy 1.0.0',
    ]))

  test('that changes tells from what to what', () =>
    expect([...relocked(lockedIn(lockfile('6.2.16')), lockedIn(lockfile('6.2.17')))]).toEqual([
      ['jose', '6.2.16 -> 6.2.17'],
    ]))

  test('that comes or goes is told too', () =>
    expect(relocked(lockedIn(''), lockedIn(lockfile('1.0.0'))).get('jose')).toBe('nothing -> 1.0.0'))
})
