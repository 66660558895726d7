import { StoreUnavailable } from '@awayday/event-sourcing'
import type { FaultsOf } from '@awayday/faults'
import type { PlainRecords } from '../plain-records.port.ts'

/** In between comes somebody who writes what is there once more, or, where nothing is, another try of the same words. */
export const plainRecordsFaults: FaultsOf<PlainRecords> = {
  trouble: (what) => new StoreUnavailable(what),
  calls: {
    load: {},
    save: {
      conflict: async (records, tenant, record) => {
        const { rev, ...there } = (await records.load(tenant, record.kind, record.id)) ?? { ...record, rev: 0 }
        await records.save(tenant, there, rev)
      },
    },
    copy: { conflict: (records, tenant, record) => records.copy(tenant, record) },
    list: { each: true },
  },
}
