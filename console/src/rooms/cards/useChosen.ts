import { ref, type Ref } from 'vue'
import { answer, api } from '@/api/client'
import type { Person } from '@/api/types'
import type { useCommand } from '@/shared/query'

export type Chosen = Pick<Person, 'id' | 'name' | 'personNo'>

/**
 * People picked one by one or by department, each once.
 * @param run of the page: trouble while a department is read is shown there
 * @param fits who of a department is meant
 */
export function useChosen(run: ReturnType<typeof useCommand>['run'], fits: (person: Person) => boolean = () => true): { chosen: Ref<Chosen[]>; department: Ref<number | undefined>; add: (person: Chosen) => void; addDepartment: () => Promise<void> } {
  const chosen = ref<Chosen[]>([])
  const department = ref<number>()

  function add(person: Chosen): void {
    if (!chosen.value.some((one) => one.id === person.id)) chosen.value.push(person)
  }

  async function addDepartment(): Promise<void> {
    let after: string | undefined
    do {
      const page = await run(() => answer(api.GET('/api/v1/people', { params: { query: { departmentId: department.value, limit: 500, after } } })))
      if (!page) return
      page.items.filter(fits).forEach(add)
      after = page.next
    } while (after)
  }

  return { chosen, department, add, addDepartment }
}
