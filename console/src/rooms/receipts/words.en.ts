import type { Words } from '@/shared/room'

export const words: Words = {
  title: 'Receipt printers', purpose: 'For desks without a desk bridge: the platform sends receipts to ESC/POS printers in your own network. A desk chooses one by its name under “Printer…”.', add: 'Add a printer', newTitle: 'Add a printer', editTitle: 'Change the printer', removeAsk: 'Remove the printer “{name}”? Desks that chose it print in the browser.',
  name: 'Name', nameTip: 'By which clerks choose it, such as “window, ground floor”', host: 'IP address', hostTip: 'Inside your own network, such as 192.168.1.50; no host name, no public address', port: 'Port', width: 'Paper', rare: 'Rare characters', test: 'Print a test page',
  empty: 'No printer yet', emptyNext: 'If there is a receipt printer in the network, add its address here.',
}
