import { ref } from 'vue'
import type { Wording } from '@/api/types'

/** Which words this site uses for people: those of a school or those of a company. */
export const wording = ref<Wording>('SCHOOL')

/** The words are written for a company; a school says them so. */
const atSchool: readonly (readonly [string, string])[] = [['离职', '离校'], ['入职', '入校']]

/** A text in the words of the site. The room of the first run names both and stays as it is. */
export function inSiteWords(text: string, key: string): string {
  if (wording.value !== 'SCHOOL' || key.startsWith('system.')) return text
  return atSchool.reduce((said, [company, school]) => said.replaceAll(company, school), text)
}
