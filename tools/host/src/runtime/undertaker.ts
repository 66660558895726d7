import { spawn } from 'node:child_process'

export type Undertaker = Disposable & {
  readonly born: (pid: number) => void
  readonly dead: (pid: number) => void
}

const SCRIPT = `
while read -r what pid; do
  case $what in
    born) all="$all $pid " ;;
    dead) all=$(echo "$all" | sed "s/ $pid / /") ;;
  esac
done
[ -z "$(echo $all)" ] || kill -9 $all`

/** Ends processes when this one is gone, however it went: those that are frozen do not notice. */
export const undertaker = (): Undertaker => {
  const shell = spawn('sh', ['-c', SCRIPT], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  shell.unref()
  shell.stdin.on('error', () => {}) // it was killed itself
  const tell = (line: string): void => void shell.stdin.write(`${line}\n`)
  return {
    born: (pid) => tell(`born ${pid}`),
    dead: (pid) => tell(`dead ${pid}`),
    [Symbol.dispose]: () => shell.stdin.end(),
  }
}
