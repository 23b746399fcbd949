import { ref } from 'vue'
import { beep } from '@/shared/beep'
import { language } from './words'

const MOST_VOLUME = 5

export const sound = ref(localStorage.getItem('onecard.sound') !== 'no')

export function switchSound(): void {
  sound.value = !sound.value
  localStorage.setItem('onecard.sound', sound.value ? 'yes' : 'no')
  if (!sound.value) window.speechSynthesis?.cancel()
}

/** How the terminal is set: 0 to 5, and whether it speaks. */
export interface Loudness {
  volume?: number
  voice?: boolean
}

const loud = ({ volume }: Loudness): number => (sound.value ? (volume ?? MOST_VOLUME) / MOST_VOLUME : 0)

export const say = (yes: boolean, how: Loudness): void => {
  if (loud(how) > 0) beep(yes, loud(how))
}

/** Says it aloud, where the browser has a voice; what was being said ends. */
export function speak(words: string, how: Loudness): void {
  const voices = window.speechSynthesis
  if (!voices || how.voice === false || loud(how) === 0) return
  const saying = new SpeechSynthesisUtterance(words)
  saying.lang = language.value
  saying.volume = loud(how)
  voices.cancel()
  voices.speak(saying)
}
