import { shallowRef, type ShallowRef } from 'vue'
import { answer, api } from '@/api/client'
import type { Department, Group, Meal, Merchant, Terminal } from '@/api/types'

// Short lists that many forms and filters choose from. Read when a page that needs them opens.

const merchants = shallowRef<Merchant[]>([])
const terminals = shallowRef<Terminal[]>([])
const groups = shallowRef<Group[]>([])
const meals = shallowRef<Meal[]>([])
const departments = shallowRef<Department[]>([])

function read<T>(list: ShallowRef<T[]>, get: () => Promise<{ items: T[] }>): ShallowRef<T[]> {
  get().then((page) => (list.value = page.items), () => undefined)
  return list
}

export const useMerchants = (): ShallowRef<Merchant[]> => read(merchants, () => answer(api.GET('/api/v1/merchants')))
export const useTerminals = (): ShallowRef<Terminal[]> => read(terminals, () => answer(api.GET('/api/v1/terminals')))
export const useGroups = (): ShallowRef<Group[]> => read(groups, () => answer(api.GET('/api/v1/groups')))
export const useMeals = (): ShallowRef<Meal[]> => read(meals, () => answer(api.GET('/api/v1/meals')))
export const useDepartments = (): ShallowRef<Department[]> => read(departments, () => answer(api.GET('/api/v1/departments')))
