import { shallowRef } from 'vue'
import type { Problem } from '@/api/problem'

/** Why the console could not start at all. */
export const startProblem = shallowRef<Problem>()
