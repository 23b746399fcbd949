import { ref } from 'vue'

/** What is now true, said politely to screen readers and shown for a moment at the foot of the page. */
export const announced = ref<{ text: string; tone: 'good' | 'wait' } | undefined>()
let timer: ReturnType<typeof setTimeout> | undefined

export function announce(text: string, tone: 'good' | 'wait' = 'good'): void {
  announced.value = { text, tone }
  clearTimeout(timer)
  timer = setTimeout(() => (announced.value = undefined), 6_000)
}
