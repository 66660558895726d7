import { spend } from '@awayday/meter'
import { itemBytes, writeUnits } from '@awayday/meter/dynamodb'
import type { CommandRegistry } from '../../../command-registry.port.ts'
import { registryItem } from '../items.ts'

/** Any registry, spending what the DynamoDB adapter would: one write, whether it finds the key used or not. */
export const estimatedCommandRegistry = (registry: CommandRegistry): CommandRegistry => ({
  async note(key, use, at) {
    const noted = await registry.note(key, use, at)
    spend('registry.note', { writes: writeUnits(itemBytes(registryItem(key, noted.first, at))) })
    return noted
  },
})
