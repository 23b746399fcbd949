import { ref } from 'vue'
import { beep } from '@/shared/beep'

export const sound = ref(localStorage.getItem('onecard.sound') !== 'no')

export function switchSound(): void {
  sound.value = !sound.value
  localStorage.setItem('onecard.sound', sound.value ? 'yes' : 'no')
}

export const say = (yes: boolean): void => {
  if (sound.value) beep(yes)
}
