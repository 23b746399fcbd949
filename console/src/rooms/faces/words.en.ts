import type { Words } from '@/shared/room'

export const words: Words = {
  any: 'All face terminals', device: 'Face terminal', person: 'Person', pin: 'Enrolment number', at: 'Time', address: 'Address', serial: 'Serial number', name: 'Name', loadedNone: 'Try another filter.',
  devices: {
    title: 'Face terminals', purpose: 'Register face terminals and push people to them.', add: 'Register a face terminal', edit: 'Edit face terminal', empty: 'No face terminal registered yet', emptyNext: 'Start the face service and enter the address and port of this platform at the machine; it then shows up here.',
    online: 'Online', offline: 'Offline', never: 'Never heard', state: 'Link', seen: 'Last heard', linked: 'Payment terminal', none: 'None', who: 'Who', everybody: 'Everybody', chosen: 'Chosen people', users: 'People on it', bound: 'Accept its own address only',
    writing: 'Characters of names', GB2312: 'GB2312 (machines with a Chinese menu)', UTF_8: 'UTF-8', size: 'Size of a photo means', TEXT: 'Length of its text', PICTURE: 'Bytes of the photo', sizeTip: 'Where a machine refuses every photo with -2, choose “Bytes of the photo”.', addressTip: 'Empty: the address of the first call counts.', linkedTip: 'Where the large and the small screen are one machine, link its payment terminal here.',
    knocking: 'Unregistered machines are trying to connect', knockingTip: 'Machines that are not registered, or call from another address, get no data.', from: 'from {address}, last {at}', register: 'Register it',
    push: 'Push people', pushTitle: 'Push people', pushTo: 'Push to', pushTip: 'Only people with a photo and a consent are sent; who has no photo yet is sent when there is one.', there: 'Action', putThere: 'Push', takeAway: 'Remove', noPeople: 'Choose people first', noDevices: 'Choose a face terminal first', pick: 'Choose a person', pushed: 'Handed to {count} face terminals', removeAsk: 'Remove “{name}”? Faces on the machine stay there; clear it first.',
    clear: 'Clear people', clearTitle: 'Clear people', clearTip: 'Clears everybody from the machine before its first use. Type 888888.', code: 'Code', cleared: 'Ordered; the machine does it when it next calls', tick: 'Pick {name}',
  },
  pushes: {
    title: 'Face push journal', purpose: 'How every push of a person to a face terminal ended.', empty: 'Nothing pushed', emptyNext: 'Push people on the page “Face terminals”.', kind: 'Action', result: 'Result', anyResult: 'All results', attempt: 'Times', words: 'Device says', again: 'Try again', againAll: 'Try failed ones again', againDone: '{count} are tried again',
    PUSH: 'Push', REMOVE: 'Remove', CLEAR: 'Clear', WAITING: 'Waiting', SENT: 'Sent', DONE: 'Done', TOO_LARGE: 'Photo too large', QUALITY: 'Photo quality', OFFLINE: 'Terminal offline', UNSUPPORTED: 'Not supported', OTHER: 'Other', OVERTAKEN: 'Replaced by a newer one', everyone: 'Everybody',
    NO_FACE: 'no face found', COVERED: 'face covered', BLURRED: 'not sharp', TURNED: 'angle too large', NOT_ALIVE: 'liveness failed', NO_TEMPLATE: 'no template',
    leaving: '{count} faces wait for a terminal to confirm that they are gone', leavingTip: 'Until then they may still be on the machine: {names}',
  },
  records: { title: 'Recognition records', purpose: 'Who was recognised where and when.', empty: 'No recognition records', how: 'How', v15: 'Face', v4: 'Card', other: 'Other', unknown: 'Unknown person' },
  service: {
    title: 'Face service', purpose: 'The service face terminals call.', RUNNING: 'Running', STOPPED: 'Stopped', PORT_TAKEN: 'Port taken by another program', FAILED: 'Cannot start; the program log says why', start: 'Start', stop: 'Stop', stopAsk: 'Stop the face service? Pushes and records wait until it is started again.', port: 'TCP port', portNow: 'Port {port}', startPort: 'Default {port}', change: 'Change port', stopFirst: 'Stop the service before changing the port.', log: 'Run log', noLog: 'Nothing logged yet', what: 'Event',
    events: { STARTED: 'Started on port {n}', STOPPED: 'Stopped', PORT_TAKEN: 'Port {n} cannot be used', HELLO: 'Machine came online', STRANGER: 'Unregistered machine', OTHER_ADDRESS: 'Refused, calls from another address', RECOGNISED: '{n} recognition records', FAULTS: '{n} faults reported', COMMANDS: '{n} commands sent', RESULTS: '{n} results' },
  },
}
