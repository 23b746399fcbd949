import type { Words } from '@/shared/room'

export const words: Words = {
  menu: 'Merchants', mealsMenu: 'Meal periods', title: 'Merchants', purpose: 'The canteens and shops that take money, and their outlets. Each terminal belongs to one merchant; reports tell them apart.', name: 'Name', outlets: 'Outlets', terminals: 'Terminals', add: 'Add a merchant', newTitle: 'Add a merchant', editTitle: 'Edit the merchant', addOutlet: 'Add outlet', outletTitle: 'Add an outlet to “{name}”', outletName: 'Name of the outlet',
  empty: 'No merchant yet', emptyNext: 'Add a canteen, then register its terminals.', removeAsk: 'Delete the merchant “{name}”?', noOutlets: 'None', outletAdded: '“{merchant}” now has the outlet “{outlet}”',
  meals: {
    title: 'Meal periods', purpose: 'The meals of a day. Reports sum up by meal and rules count by meal; a meal over midnight belongs to the day on which it began.', name: 'Name', nameEn: 'English name', kind: 'Kind', order: 'Order', hours: 'Hours today', since: 'since {day}', own: 'Merchants with other hours', notServed: 'not served today', add: 'Add a meal', newTitle: 'Add a meal', editTitle: 'Edit the meal', editHours: 'Hours', hoursTitle: 'Hours of “{name}”',
    from: 'From', to: 'To', validFrom: 'Valid from', validTip: 'Leave empty for today', empty: 'No meal yet', emptyNext: 'Until then every purchase counts as “Other”.', removeAsk: 'Delete the meal “{name}”? Past purchases keep their meal.', whole: 'All merchants', merchant: 'For', served: 'Served', serve: 'Serve this meal', noServe: 'Not served from this day', setHours: 'Set hours', removePeriod: 'Delete this line', removePeriodAsk: 'Delete this line of hours?', overnight: 'next day', day: 'One day', dayBar: '{name}: {text}', changed: 'Hours of “{name}” are set', addHours: 'Change hours (from a day on)', noPeriods: 'No hours',
  },
}
