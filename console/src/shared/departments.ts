import type { Department } from '@/api/types'

/** Departments in the order of their codes, each indented under its parent. */
export function indented(departments: readonly Department[]): { id: number; label: string; name: string; depth: number }[] {
  const depths = new Map<number, number>()
  const sorted = [...departments].sort((a, b) => a.code.localeCompare(b.code, 'en'))
  return sorted.map((one) => {
    const depth = one.parentId === undefined || one.parentId === null ? 0 : (depths.get(one.parentId) ?? 0) + 1
    depths.set(one.id, depth)
    return { id: one.id, label: `${'\u3000'.repeat(depth)}${one.name}`, name: one.name, depth }
  })
}
