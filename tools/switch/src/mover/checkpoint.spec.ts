import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TenantId } from '@awayday/kernel'
import { afterAll, describe, expect, test } from 'vitest'
import { openCheckpoint } from './checkpoint.ts'

const folder = await mkdtemp(join(tmpdir(), 'awayday-checkpoint-'))
afterAll(() => rm(folder, { recursive: true }))
let files = 0
const fresh = (): string => join(folder, `${++files}`, 'copy.json')

const acme = 'acme' as TenantId
const MOVE = 'leave from mongodb to dynamodb'
const position = { after: 'person/ana#0000000002', items: 2, bytes: 900, done: false }

const writtenTo = async (file: string) => {
  const checkpoint = await openCheckpoint(file, MOVE)
  await checkpoint.advance(acme, 'first', 'events', position)
  return file
}

describe('a checkpoint', () => {
  test('begins at the start, and goes on where it was, in another process too', async () => {
    const file = fresh()
    const checkpoint = await openCheckpoint(file, MOVE)
    expect(checkpoint.at(acme, 'first', 'events')).toEqual({ items: 0, bytes: 0, done: false })
    await checkpoint.advance(acme, 'first', 'events', position)
    await checkpoint.advance(acme, 'first', 'records', { items: 0, bytes: 0, done: true })
    const again = await openCheckpoint(file, MOVE)
    expect(again.at(acme, 'first', 'events')).toEqual(position)
    expect(again.at(acme, 'first', 'records')).toEqual({ items: 0, bytes: 0, done: true })
    expect(again.at('acme2' as TenantId, 'first', 'events')).toEqual({ items: 0, bytes: 0, done: false })
  })

  test('of an earlier capture counts for nothing', async () => {
    const checkpoint = await openCheckpoint(await writtenTo(fresh()), MOVE)
    expect(checkpoint.at(acme, 'second', 'events')).toEqual({ items: 0, bytes: 0, done: false })
    await checkpoint.advance(acme, 'second', 'records', { items: 0, bytes: 0, done: true })
    expect(checkpoint.at(acme, 'second', 'events')).toEqual({ items: 0, bytes: 0, done: false })
  })

  test('is on the disk for each of many that advance at once', async () => {
    const file = fresh()
    const checkpoint = await openCheckpoint(file, MOVE)
    const tenants = Array.from({ length: 50 }, (_, n) => `t${n}` as TenantId)
    await Promise.all(
      tenants.map(async (tenant, n) => {
        await checkpoint.advance(tenant, 'first', 'events', { ...position, items: n })
        const stored = await openCheckpoint(file, MOVE)
        expect(stored.at(tenant, 'first', 'events').items).toBe(n)
      }),
    )
  })

  test('that is cut short anywhere is refused, with what to do', async () => {
    const file = await writtenTo(fresh())
    const text = await readFile(file, 'utf8')
    for (let length = 0; length < text.length; length += 7) {
      await writeFile(file, text)
      await truncate(file, length)
      await expect(openCheckpoint(file, MOVE)).rejects.toThrow(
        `${file} was cut short or edited: remove it and call copy again, which compares what it copied already.`,
      )
    }
  })

  test('of which any character is another is refused', async () => {
    const file = await writtenTo(fresh())
    const text = await readFile(file, 'utf8')
    for (let at = 0; at < text.length; at += 7) {
      await writeFile(file, `${text.slice(0, at)}${text[at] === '1' ? '2' : '1'}${text.slice(at + 1)}`)
      await expect(openCheckpoint(file, MOVE)).rejects.toThrow('was cut short or edited')
    }
  })

  test('of another move is refused', async () => {
    const file = await writtenTo(fresh())
    await expect(openCheckpoint(file, 'leave from sqlite to dynamodb')).rejects.toThrow(
      `${file} belongs to another move (leave from mongodb to dynamodb), and this one is leave from sqlite to dynamodb: name another folder for the state.`,
    )
  })
})
