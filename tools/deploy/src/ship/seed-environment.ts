import { seedDemoOn } from '@awayday/host/seed'
import { nameOf } from '../stacks/deployment.ts'

/**
 * Gives an environment the demo company. Its two years are lived here, over the environment's own tables, as no clock there can be
 * moved; what follows from it is made here and there, and is the same.
 */
export const seedEnvironment = (environment: string, region: string, secret: string): Promise<void> =>
  seedDemoOn({
    AWS_REGION: region,
    AWAYDAY_STORE: 'dynamodb',
    AWAYDAY_TABLE_PREFIX: nameOf({ environment }),
    AWAYDAY_SECRET: secret,
  })
