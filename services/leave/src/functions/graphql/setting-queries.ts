import { field } from '@awayday/edge'
import { ok } from '@awayday/kernel'
import { previewSetting } from '#application/company/preview-setting.ts'
import { publicHolidays } from '#application/company/public-holidays.ts'
import { settings } from '#application/company/settings.ts'
import type { LeaveWorld } from '#composition/compose.ts'
import { effectShown } from '#wire/effect.ts'
import { settingProblems } from '#wire/problems.ts'
import { previewSettingInput, publicHolidaysInput, settingsInput } from '#wire/setting-inputs.ts'

/** A page of people; how many there are is said beside them. */
const AFFECTED_MAX = 1_000

export const settingQueries = {
  'Query.settings': field({
    arguments: settingsInput,
    run: (world: LeaveWorld, { args: input, actor }) => settings(world)({ actor, input }),
    problems: settingProblems,
    refused: { settings: [] },
  }),
  'Query.previewSetting': field({
    arguments: previewSettingInput,
    run: async (world: LeaveWorld, { args: { input }, actor }) => {
      const found = await previewSetting(world)({ actor, input })
      if (!found.ok) return found
      const { version, affected } = found.value
      return ok({ version, people: affected.length, affected: affected.slice(0, AFFECTED_MAX).map(effectShown) })
    },
    problems: settingProblems,
    refused: { affected: [] },
  }),
  'Query.publicHolidays': field({
    arguments: publicHolidaysInput,
    run: (world: LeaveWorld, { args }) => publicHolidays(world)(args),
    problems: {},
    refused: { regions: [] },
  }),
}
