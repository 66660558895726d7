import { field } from '@awayday/edge'
import { saveSetting } from '#application/company/save-setting.ts'
import type { LeaveWorld } from '#composition/compose.ts'
import { settingProblems } from '#wire/problems.ts'
import { saveSettingInput } from '#wire/setting-inputs.ts'
import { key } from './key.ts'

export const settingMutations = {
  'Mutation.saveSetting': field({
    arguments: saveSettingInput,
    key,
    run: (world: LeaveWorld, { args, actor, meta }) => {
      const { commandId: _, ...input } = args.input
      return saveSetting(world)({ actor, meta, input })
    },
    problems: settingProblems,
  }),
}
