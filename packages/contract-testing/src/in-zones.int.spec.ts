import { describe, expect, test } from 'vitest'
import { inZones } from './testing/started.ts'

describe('a command in other time zones', () => {
  test('runs in each, and dates are theirs', async () => {
    const midnight = 'console.log(process.env.AWAYDAY_TEST_ZONE, new Date(0).getTimezoneOffset())'
    const { code, out, err } = await inZones(['node', '-e', midnight])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.split('\n').filter((line) => !line.startsWith('---'))).toEqual([
      'Pacific/Kiritimati 640',
      'America/St_Johns 210',
      '',
    ])
  })

  test('fails where it failed in one of them, and runs in the others all the same', async () => {
    const { code, out, err } = await inZones(['node', '-e', 'process.exit(process.env.TZ.startsWith("P") ? 3 : 0)'])
    expect({ code, err }).toEqual({ code: 1, err: 'failed in Pacific/Kiritimati\n' })
    expect(out).toBe('--- in Pacific/Kiritimati\n--- in America/St_Johns\n')
  })
})
