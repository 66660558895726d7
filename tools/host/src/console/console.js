// @ts-check
// Asks the host what happens and shows it; a table is written anew only when it has changed, so that the focus stays.

const byId = (id) => document.getElementById(id)
const shown = new Map()

const show = (id, rows, cells) => {
  const text = JSON.stringify(rows)
  if (shown.get(id) === text) return
  shown.set(id, text)
  const body = byId(id)
  if (rows.length === 0) {
    const cell = document.createElement('td')
    cell.colSpan = 9
    cell.className = 'empty'
    cell.textContent = body.dataset.empty
    const row = document.createElement('tr')
    row.append(cell)
    body.replaceChildren(row)
    return
  }
  body.replaceChildren(
    ...rows.map((row) => {
      const line = document.createElement('tr')
      line.append(...cells(row))
      return line
    }),
  )
}

const td = (content, className = '') => {
  const cell = document.createElement('td')
  cell.append(content)
  cell.className = className
  return cell
}
const figure = (n) => td(String(n), 'figure')
const time = (instant) => instant.slice(0, 19).replace('T', ' ')

const button = (label, act) => {
  const made = document.createElement('button')
  made.type = 'button'
  made.textContent = label
  made.addEventListener('click', act)
  return made
}

const say = (sentence) => {
  byId('said').textContent = sentence
}

const post = async (path, body) => {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) say((await answer.json()).title)
  return answer.ok
}

const redriveMessage = async ({ id, type }) => {
  if (await post(`/_host/deliveries/${id}/redrive`, {})) say(`${type} is on its way again.`)
  await refresh()
}

const redriveStream = async ({ service, tenant, stream }) => {
  if (await post('/_host/streams/redrive', { service, tenant, stream })) say(`${stream} is driven again.`)
  await refreshStreams()
}

const refresh = async () => {
  const state = await (await fetch('/_host/state')).json()
  byId('now').textContent = `${time(state.now)} UTC`
  show('deliveries', state.deliveries, (each) => [
    td(each.parked ? 'parked' : 'waiting', each.parked ? 'bad' : ''),
    td(each.type),
    td(each.target),
    figure(each.tries),
    td(each.parked ? '' : time(each.due)),
    td(each.reason ?? ''),
    td(each.parked ? button('Re-drive', () => redriveMessage(each)) : ''),
  ])
  show('invocations', state.invocations, (each) => [
    td(time(each.at)),
    td(each.function),
    td(each.cause),
    td(each.reason ? `${each.outcome}: ${each.reason}` : each.outcome, each.outcome === 'ok' ? '' : 'bad'),
    figure(
      `${each.initMs === undefined ? '' : `${each.initMs.toFixed(0)} + `}${(each.durationMs - (each.initMs ?? 0)).toFixed(1)}`,
    ),
    figure(each.reads ?? '?'),
    figure(each.writes ?? '?'),
  ])
  show('events', state.events, (each) => [
    figure(each.position),
    td(time(each.time)),
    td(each.source),
    td(each.type),
    figure(each.left),
  ])
  show('functions', state.functions, (each) => [td(each.id), td(each.trigger), td(each.on), figure(each.lastRuns)])
}

const refreshStreams = async () => {
  const streams = await (await fetch('/_host/streams')).json()
  show('streams', streams, (each) => [
    td(each.service),
    td(each.tenant),
    td(each.stream),
    td(each.consumer),
    figure(each.version),
    td(each.reason, 'bad'),
    td(button('Re-drive', () => redriveStream(each))),
  ])
}

byId('clock').addEventListener('submit', async (event) => {
  event.preventDefault()
  const now = byId('to').value
  if (await post('/_host/clock', { now })) say(`The clock now says ${now}.`)
  await refresh()
})

const every = (ms, run) => {
  const again = async () => {
    if (!document.hidden) await run().catch(() => say('The host does not answer.'))
    setTimeout(again, ms)
  }
  void again()
}
every(1_000, refresh)
every(10_000, refreshStreams)
