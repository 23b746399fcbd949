import { computed, type WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** A filter that lives in the page's address, so that it can be reloaded, shared and gone back to. */
export function useFilter(name: string, otherwise = ''): WritableComputedRef<string> {
  const route = useRoute()
  const router = useRouter()
  return computed({
    get: () => {
      const value = route.query[name]
      return typeof value === 'string' ? value : otherwise
    },
    set: (value) => {
      const query = { ...route.query }
      if (!value || value === otherwise) Reflect.deleteProperty(query, name)
      else query[name] = value
      void router.replace({ query })
    },
  })
}

/** The same for a number, for example of a merchant. */
export function useNumberFilter(name: string): WritableComputedRef<number | undefined> {
  const text = useFilter(name)
  return computed({
    get: () => (/^\d+$/.test(text.value) ? Number(text.value) : undefined),
    set: (value) => (text.value = value === undefined || value === null ? '' : String(value)),
  })
}
