import { verify } from '@awayday/contract-testing'
import { feedLaw } from '../../feed-law.contract.ts'
import { given } from '../../testing/given.ts'
import { feedsInMemory } from './feeds-in-memory.ts'

/** The same law as in the spec, over more histories than a save should wait for. */
verify('feeds and projections on sqlite, at length', feedLaw({ numRuns: 500 }), { open: feedsInMemory, given })
