import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { forbidden, required } from './rules.ts'

export type Finding = { readonly rule: string; readonly from: string; readonly to: string }

/** Follows every import below a folder that looks like the repository; the count proves that something was read at all. */
export const findings = async (
  root: string,
): Promise<{ readonly modules: number; readonly findings: readonly Finding[] }> => {
  const { output } = await cruise(
    ['packages', 'services', 'tools'],
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: [...forbidden], required: [...required] },
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '(^|/)(dist|canaries)/' },
      tsPreCompilationDeps: true,
      combinedDependencies: true,
    },
    {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.json'],
    },
  )
  const { summary } = output as ICruiseResult
  return {
    modules: summary.totalCruised,
    findings: summary.violations
      .filter(({ rule }) => rule.severity === 'error')
      .map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  }
}
