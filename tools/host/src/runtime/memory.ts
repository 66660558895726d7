import { readFileSync } from 'node:fs'
import { memoryMbOf } from '@awayday/manifest'
import type { HostFunction } from '../functions/host-function.ts'

/** The most memory that a process has had, as Linux tells it. 0 elsewhere: there the heap's own limit has to do. */
export const peakMbOf = (pid: number): number => {
  try {
    const [, kilobytes = '0'] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes) / 1_024
  } catch {
    return 0
  }
}

export const overMemory = (fn: HostFunction): Error =>
  Object.assign(new Error(`${fn.id} took more than its ${memoryMbOf(fn.manifest)} MB`), { name: 'Runtime.OutOfMemory' })
