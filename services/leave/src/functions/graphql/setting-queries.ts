import { field } from '@awayday/edge'
import { ok } from '@awayday/kernel'
import { previewRules } from '#application/company/preview-rules.ts'
import { previewSetting } from '#application/company/preview-setting.ts'
import { publicHolidays } from '#application/company/public-holidays.ts'
import { settings } from '#application/company/settings.ts'
import type { LeaveWorld } from '#composition/compose.ts'
import { writtenIn } from '#wire/documents.ts'
import { effectShown } from '#wire/effect.ts'
import { dayProblems, settingProblems } from '#wire/problems.ts'
import {
  checkSettingInput,
  previewRulesInput,
  previewSettingInput,
  publicHolidaysInput,
  settingSchemaInput,
  settingsInput,
} from '#wire/setting-inputs.ts'
import { readSetting } from '#wire/settings.ts'

/** A page of people; how many there are is said beside them. */
const AFFECTED_MAX = 1_000
const REFUSED_MAX = 500

export const settingQueries = {
  'Query.settingSchema': field({
    arguments: settingSchemaInput,
    run: async (_world: LeaveWorld, { args }) => {
      const { settingSchema } = await import('#wire/setting-schema.ts') // seldom asked for, and large
      return ok(settingSchema(args.kind))
    },
    problems: {},
  }),
  'Query.checkSetting': field({
    arguments: checkSettingInput,
    run: async (_world: LeaveWorld, { args: { kind, document } }) => {
      const read = readSetting(kind, document)
      return ok(
        read.ok
          ? { document: JSON.stringify(writtenIn(read.value.text)), mistakes: [] }
          : { mistakes: read.error.map(({ path, message }) => ({ path, message })) },
      )
    },
    problems: {},
    refused: { mistakes: [] },
  }),
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
  'Query.previewRules': field({
    arguments: previewRulesInput,
    run: async (world: LeaveWorld, { args: input, actor }) => {
      const found = await previewRules(world)({ actor, input })
      if (!found.ok) return found
      const { requests, refused } = found.value
      return ok({ requests, count: refused.length, refused: refused.slice(0, REFUSED_MAX) })
    },
    problems: { ...dayProblems, ...settingProblems },
    refused: { refused: [] },
  }),
  'Query.publicHolidays': field({
    arguments: publicHolidaysInput,
    run: (world: LeaveWorld, { args }) => publicHolidays(world)(args),
    problems: {},
    refused: { regions: [] },
  }),
}
