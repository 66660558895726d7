import { nameOf, type Store } from '../chain.ts'
import { type Route, standing } from '../route.ts'
import type { Did } from './actor.ts'
import { authority } from './record.ts'
import { type Config, isAlive, type World, withHeld, withRow } from './world.ts'

/** The next thing the operator can do; undefined while it waits, and at its end. Two operators are the other model's. */
export const operate = (config: Config, world: World): Did | undefined => {
  const act = config.acts[world.operator.act]
  if (act === undefined) return undefined
  if (act === 'finish') return finish(config, world)
  if ('announce' in act) {
    const { home, epoch } = standing(world.rows)
    const row: Route = { home, epoch: epoch + 1, to: act.announce }
    return done(withRow(world, home, row), `announces ${nameOf(act.announce)}`)
  }
  return done(withHeld(world, act.delete, undefined), `deletes what ${nameOf(act.delete)} holds`)
}

const finish = ({ rules }: Config, world: World): Did | undefined => {
  const row = standing(world.rows)
  const { home, epoch, to } = row
  switch (world.operator.stage) {
    case '':
      return everybody(world, rules.waitsForAnnounced, (route) => route.epoch === epoch, 'waited')
    case 'waited': {
      if (to === undefined || !isSwept(world, to, rules.finishesWhenCopied)) return undefined
      return stage(withRow(world, home, to === home ? { home, epoch } : { ...row, finishing: true }), 'marked')
    }
    case 'marked':
      return stage(to === undefined ? world : withRow(world, to, { home: to, epoch, finishing: true }), 'homed')
    case 'homed': {
      const old = world.rows.findIndex((it, store) => store !== home && it.home === store)
      return stage(old < 0 ? world : withRow(world, old, { home, epoch }), 'switched')
    }
    case 'switched': {
      const knows = (route: Route): boolean => route.epoch === epoch && route.home === home && route.to === undefined
      return everybody(world, rules.waitsForFinished, knows, 'known')
    }
    default:
      return done(withRow(world, home, { home, epoch }), 'has finished')
  }
}

/** The record is handed over, and has arrived. */
const isSwept = ({ stores, rows }: World, to: Store, copied: boolean): boolean => {
  const { held, owner } = authority(stores, rows)
  return !held || (owner === to && (!copied || stores[to]?.rev === held.rev))
}

const everybody = (world: World, waits: boolean, knows: (route: Route) => boolean, then: string): Did | undefined => {
  const routes = [...world.actors.filter(isAlive), world.copier].map(({ route }) => route)
  return !waits || routes.every(knows) ? stage(world, then) : undefined
}

const stage = (world: World, name: string): Did => ({
  what: `operator: ${name}`,
  next: { ...world, operator: { act: world.operator.act, stage: name } },
})
const done = (world: World, what: string): Did => ({
  what: `operator ${what}`,
  next: { ...world, operator: { act: world.operator.act + 1, stage: '' } },
})
