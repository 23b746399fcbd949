import { answer, api } from '@/api/client'
import type { ReportCell, ReportColumn, ReportDescription, ReportDrill, ReportRows, ReportSums } from '@/api/types'
import { cents, yuan } from '@/shared/money'
import { momentOf } from '@/shared/day'

/** What a report is asked with: days, view and filters, as they stand in the page's address. */
export type Asked = Record<string, string>

/** So many rows are laid out for paper; longer ones are for a file. */
export const PAPER_ROWS_MAX = 5_000
const PIECE = 500

/** Every filter of a report is a plain parameter. */
const plainly = (asked: Asked) => ({ params: {}, querySerializer: () => new URLSearchParams(asked).toString() })

export const describe = (name: string): Promise<ReportDescription> =>
  answer(api.GET('/api/v1/reports/{name}', { params: { path: { name } } })) as Promise<ReportDescription>

export const readRows = (name: string, asked: Asked, after: string | undefined, limit: number): Promise<ReportRows> => {
  const how = plainly({ ...asked, limit: String(limit), ...(after ? { after } : {}) })
  return answer(api.GET('/api/v1/reports/{name}/rows', { ...how, params: { path: { name } } })) as Promise<ReportRows>
}

export const readSums = (name: string, asked: Asked): Promise<ReportSums> =>
  answer(api.GET('/api/v1/reports/{name}/sums', { ...plainly(asked), params: { path: { name } } })) as Promise<ReportSums>

/** All rows for paper. */
export async function allRows(name: string, asked: Asked): Promise<ReportCell[][]> {
  const rows: ReportCell[][] = []
  let after: string | undefined
  do {
    const piece = await readRows(name, asked, after, PIECE)
    rows.push(...piece.items)
    after = piece.next
  } while (after !== undefined && rows.length < PAPER_ROWS_MAX)
  return rows
}

/** What the address says of a report, and nothing it does not know. */
export function askedOf(description: ReportDescription, query: Record<string, unknown>, from: string, to: string): Asked {
  const known = ['view', 'todays', ...description.filters.map((one) => one.name)]
  const day = (name: string, otherwise: string) => (typeof query[name] === 'string' && query[name] ? (query[name] as string) : otherwise)
  const asked: Asked = { to: day('to', to) }
  if (!description.singleDay) asked.from = day('from', from)
  for (const name of known) {
    const value = query[name]
    if (typeof value === 'string' && value) asked[name] = value
  }
  return asked
}

/** The columns to show: the chosen ones in their order, else all in which there is something. */
export function shownColumns(columns: readonly ReportColumn[], chosen: string, sums: Record<string, number> | undefined): ReportColumn[] {
  const seen = columns.filter((one) => one.shown)
  const wanted = chosen.split(',').filter(Boolean)
  if (wanted.length) return wanted.flatMap((key) => seen.filter((one) => one.key === key))
  return seen.filter((one) => !one.onlyIfSome || (sums?.[one.key] ?? 0) !== 0)
}

/** Where a figure of a row opens: another report with the same days and filters, narrowed down. */
export function drillQuery(drill: ReportDrill, columns: readonly ReportColumn[], row: readonly ReportCell[], asked: Asked): Asked {
  const query: Asked = { ...asked }
  for (const [parameter, key] of Object.entries(drill.byColumn)) {
    const value = row[columns.findIndex((one) => one.key === key)]
    if (parameter === 'day') {
      query.from = String(value)
      query.to = String(value)
    } else query[parameter] = value === null || value === undefined ? 'none' : String(value)
  }
  return { ...query, ...drill.fixed }
}

export const isFigure = (column: ReportColumn): boolean => column.type === 'MONEY' || column.type === 'COUNT'

/** A cell as people read it. */
export function written(column: ReportColumn, cell: ReportCell | undefined, zone: string): string {
  if (cell === null || cell === undefined) return ''
  switch (column.type) {
    case 'MONEY':
      return yuan(cents(Number(cell)))
    case 'COUNT':
      return Number(cell).toLocaleString('en-US')
    case 'MOMENT':
      return momentOf(String(cell), zone)
    case 'TEXT':
    case 'WORD':
    case 'DAY':
    case 'NUMBER':
    case 'ID':
    case 'CODE':
      return String(cell)
  }
}
