import assert from 'node:assert/strict'
import type { Contract } from '@awayday/contract-testing'
import { type Given, listed } from '@awayday/event-sourcing/contracts'
import type { Instant, PersonId } from '@awayday/kernel'
import type { LooseNote, Notes } from './notes.port.ts'

const ana = 'ana' as PersonId
const [noon, one, two] = ['12', '13', '14'].map((hour) => `2026-05-04T${hour}:00:00.000Z`) as [
  Instant,
  Instant,
  Instant,
]

export const notesContract: Contract<Notes, Given> = {
  'what was written is read, word for word': async (notes, { tenant: tenantOf }) => {
    const tenant = tenantOf()
    const text = 'À la mer 🏖️\n"quoted"\u2028and more'
    await notes.write(tenant, 'n1', { person: ana, text }, noon)
    await notes.write(tenant, 'n2', { person: ana, text: 'other' }, noon)
    assert.deepEqual(
      [...(await notes.read(tenant, ['n1', 'n2', 'n3']))],
      [
        ['n1', text],
        ['n2', 'other'],
      ],
    )
  },

  'the first words stand': async (notes, { tenant: tenantOf }) => {
    const tenant = tenantOf()
    await notes.write(tenant, 'n1', { person: ana, text: 'first' }, noon)
    await notes.write(tenant, 'n1', { person: ana, text: 'second' }, one)
    assert.equal((await notes.read(tenant, ['n1'])).get('n1'), 'first')
  },

  'a note is loose from its last writing on': async (notes, { tenant: tenantOf }) => {
    const tenant = tenantOf()
    await notes.write(tenant, 'n1', { person: ana, text: 'x' }, noon)
    assert.deepEqual(await idsOf(notes.loose(tenant, noon)), [])
    assert.deepEqual(await idsOf(notes.loose(tenant, one)), ['n1'])
    await notes.write(tenant, 'n1', { person: ana, text: 'x' }, one)
    assert.deepEqual(await idsOf(notes.loose(tenant, one)), [])
    assert.deepEqual(
      (await listed(notes.loose(tenant, two))).map(({ id, person }) => ({ id, person })),
      [{ id: 'n1', person: ana }],
    )
  },

  'a kept note is not loose any more, and keeps its words': async (notes, { tenant: tenantOf }) => {
    const tenant = tenantOf()
    await notes.write(tenant, 'n1', { person: ana, text: 'x' }, noon)
    assert.equal(await notes.keep(tenant, await onlyOne(notes.loose(tenant, one))), true)
    await notes.write(tenant, 'n1', { person: ana, text: 'y' }, one)
    assert.deepEqual(await idsOf(notes.loose(tenant, two)), [])
    assert.equal((await notes.read(tenant, ['n1'])).get('n1'), 'x')
  },

  'forgotten words are gone, and can be written anew': async (notes, { tenant: tenantOf }) => {
    const tenant = tenantOf()
    await notes.write(tenant, 'n1', { person: ana, text: 'x' }, noon)
    assert.equal(await notes.forget(tenant, await onlyOne(notes.loose(tenant, one))), true)
    assert.deepEqual([...(await notes.read(tenant, ['n1']))], [])
    assert.deepEqual(await idsOf(notes.loose(tenant, two)), [])
    await notes.write(tenant, 'n1', { person: ana, text: 'y' }, one)
    assert.equal((await notes.read(tenant, ['n1'])).get('n1'), 'y')
  },

  'what was written meanwhile is neither forgotten nor kept': async (notes, { tenant: tenantOf }) => {
    const tenant = tenantOf()
    await notes.write(tenant, 'n1', { person: ana, text: 'x' }, noon)
    const seen = await onlyOne(notes.loose(tenant, one))
    await notes.write(tenant, 'n1', { person: ana, text: 'x' }, one)
    assert.deepEqual([await notes.forget(tenant, seen), await notes.keep(tenant, seen)], [false, false])
    assert.equal((await notes.read(tenant, ['n1'])).get('n1'), 'x')
  },

  'companies are apart': async (notes, { tenant: tenantOf }) => {
    const tenant = tenantOf()
    await notes.write(tenant, 'n1', { person: ana, text: 'x' }, noon)
    const other = tenantOf('-b')
    assert.deepEqual([...(await notes.read(other, ['n1']))], [])
    assert.deepEqual(await idsOf(notes.loose(other, one)), [])
  },
}

const idsOf = async (notes: AsyncIterable<LooseNote>) => (await listed(notes)).map(({ id }) => id)
const onlyOne = async (notes: AsyncIterable<LooseNote>): Promise<LooseNote> => {
  const [one, ...more] = await listed(notes)
  if (!one || more.length > 0) throw new Error('not one loose note')
  return one
}
