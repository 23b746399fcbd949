import { language } from './appearance'

/** What a meal is called in the reader's language. */
export const mealName = (meal: { name: string; nameEn?: string | null }): string => (language.value === 'en' && meal.nameEn ? meal.nameEn : meal.name)
