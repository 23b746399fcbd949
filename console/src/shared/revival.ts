import { ref } from 'vue'

/** Counts how often somebody signed in again after the session had ended under a page. */
export const revived = ref(0)
