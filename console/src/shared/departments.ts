import type { Department } from '@/api/types'

/** Departments in the order of their codes, each indented under its parent. */
export function indented(departments: readonly Department[]): { id: number; label: string; name: string }[] {
  const depth = new Map<number, number>()
  const sorted = [...departments].sort((a, b) => a.code.localeCompare(b.code, 'en'))
  return sorted.map((one) => {
    const at = one.parentId === undefined || one.parentId === null ? 0 : (depth.get(one.parentId) ?? 0) + 1
    depth.set(one.id, at)
    return { id: one.id, label: `${'\u3000'.repeat(at)}${one.name}`, name: one.name }
  })
}
