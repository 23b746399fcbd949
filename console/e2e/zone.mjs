// Where the story happens: a time zone in which no day ends while it is told.

/** Shanghai, unless its day ends soon: then a place where it is about noon. */
function quietZone() {
  const hourIn = (name) => Number(new Intl.DateTimeFormat('en', { timeZone: name, hour: '2-digit', hourCycle: 'h23' }).format(new Date()))
  const fits = (name) => hourIn(name) >= 3 && hourIn(name) <= 20
  return fits('Asia/Shanghai') ? 'Asia/Shanghai' : ['Europe/London', 'America/New_York', 'Pacific/Auckland', 'America/Los_Angeles'].find(fits)
}

export const zone = quietZone()

const partOf = (options) => Object.fromEntries(new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', ...options }).formatToParts(new Date()).map(({ type, value }) => [type, value]))
export const dayThere = () => {
  const { year, month, day } = partOf({ year: 'numeric', month: '2-digit', day: '2-digit' })
  return `${year}-${month}-${day}`
}
export const hoursFromNow = (hours) => `${String(Number(partOf({ hour: '2-digit' }).hour) + hours).padStart(2, '0')}:00`
