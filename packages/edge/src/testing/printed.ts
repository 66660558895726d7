import { vi } from 'vitest'

/** Runs something with the log on, and gives the lines it printed. `make` makes the function: the setting is read then. */
export const printed = async (run: () => Promise<unknown>): Promise<readonly string[]> => {
  vi.stubEnv('AWAYDAY_LOG', 'info')
  const written: string[] = []
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text))
    return true
  })
  try {
    await run()
  } finally {
    write.mockRestore()
    vi.unstubAllEnvs()
  }
  return written
}
