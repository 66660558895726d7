import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

/** How a command of ours ended, and what it said: a line a step. */
export type Said = { readonly code: number | null; readonly lines: readonly string[]; readonly complaint: string }

/** Runs `backup` or `restore` as a process of its own. `killAfter`: it is killed (-9) when it has said so many lines. */
export const command = async (
  name: 'backup' | 'restore',
  args: readonly string[],
  { env = {}, killAfter }: { readonly env?: Readonly<Record<string, string>>; readonly killAfter?: number } = {},
): Promise<Said> => {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, `../${name}.ts`), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close')
  let complaint = ''
  child.stderr.on('data', (text) => {
    complaint += text
  })
  const lines: string[] = []
  for await (const line of createInterface(child.stdout)) {
    lines.push(line)
    if (lines.length === killAfter) child.kill('SIGKILL')
  }
  const [code] = (await ended) as [number | null]
  return { code, lines, complaint }
}

/** What the last line of a command that went well says of the data. */
export const digestIn = ({ lines, complaint }: Said): unknown => {
  if (complaint) throw new Error(complaint)
  return (JSON.parse(lines.at(-1) ?? '{}') as { readonly sha256?: string }).sha256
}
