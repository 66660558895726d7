import { describe, expect, test } from 'vitest'
import type { SettingKind } from '#domain/company/setting.ts'
import { readSetting } from './settings.ts'

const mistakesIn = (kind: SettingKind, document: unknown) => {
  const read = readSetting(kind, JSON.stringify(document))
  return read.ok ? [] : read.error
}
const level = (approvers = 1) => ({ approvers: Array.from({ length: approvers }, (_, n) => ({ person: `p${n}` })) })
const rule = (_: unknown, n: number) => ({ id: `r${n}`, rule: { kind: 'notice', days: 5 } })

describe('a setting of a company', () => {
  test('is named by the hash of all that it says, written out', () => {
    const [short, long] = ['{}', '{"levels":[{"approvers":[{"approver":1}]}]}'].map((text) => {
      const read = readSetting('approval', text)
      return read.ok ? read.value.document : read.error
    })
    expect(short).toEqual(long)
  })

  test('is refused where its text grows beyond what is kept', () => {
    const closing = { first: '2026-01-01', last: '2026-01-02', name: 'x'.repeat(300) }
    expect(mistakesIn('calendar', { closings: Array.from({ length: 900 }, () => closing) })).toEqual([
      { path: '$', message: 'is longer than 256 KiB with all its settings written out' },
    ])
  })

  test('has so many rules, levels and approvers at most', () => {
    expect(mistakesIn('rules', Array.from({ length: 201 }, rule))).toEqual([
      { path: '$', message: 'has more than 200 rules' },
    ])
    const tooMuch = [{ path: '$', message: 'has more than 10 levels, or more than 20 approvers at one' }]
    expect(mistakesIn('approval', { levels: Array.from({ length: 11 }, () => level()) })).toEqual(tooMuch)
    expect(mistakesIn('approval', { levels: [level(21)] })).toEqual(tooMuch)
    expect(mistakesIn('approval', { levels: Array.from({ length: 10 }, () => level(20)) })).toEqual([])
    expect(mistakesIn('rules', Array.from({ length: 200 }, rule))).toEqual([])
  })
})
