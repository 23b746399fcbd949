import { onScopeDispose } from 'vue'

const REST_MS = 2_000

/** Does a thing at once, and then at most every two seconds however often it is asked for. */
export function useCalm(act: () => unknown): () => void {
  let resting = false
  let asked = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function go(): void {
    if (resting) {
      asked = true
      return
    }
    resting = true
    asked = false
    act()
    timer = setTimeout(() => {
      resting = false
      if (asked) go()
    }, REST_MS)
  }

  onScopeDispose(() => clearTimeout(timer))
  return go
}
