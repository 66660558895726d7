import { verify } from '@awayday/contract-testing'
import { feedLaw } from '../../feed-law.contract.ts'
import { given } from '../../testing/given.ts'
import { feedsInMemory } from './feeds-in-memory.ts'

verify('feeds and projections on sqlite', feedLaw({ numRuns: 60 }), { open: feedsInMemory, given })
