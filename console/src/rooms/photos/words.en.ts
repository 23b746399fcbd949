import type { Words } from '@/shared/room'

export const words: Words = {
  menu: 'Import photos', people: 'People', one: 'Photo', titleOf: 'Photo of {name}', purpose: 'The face is found and cropped to what terminals need (below 50 KB); the original is not kept.', now: 'Photo now', take: 'Another photo',
  none: 'No photo yet.', remove: 'Remove photo', removeAsk: 'Remove the photo of {name}?', storedAt: '{at}, {who}', size: '{kb} KB', acceptedBy: 'Did not pass the check, accepted by {who}', stored: 'The photo of {name} is stored',
  source: { FILE: 'File', CAMERA: 'Camera', PHONE: 'Phone', BATCH: 'Batch' },
  way: { file: 'Choose a file', camera: 'Use the camera', phone: 'Use a phone' },
  drop: 'Drop a photo here, or click to choose', what: 'JPEG or PNG, up to 20 MB; the name does not matter', checking: 'Checking the photo…', another: 'Another one', store: 'Store photo', anyway: 'Accept anyway', consentFirst: 'Note the consent above first, then the photo can be stored.',
  crop: 'The cropped photo', cropOf: 'Cropped photo of {name}', passes: 'The photo is good', poor: 'The photo is not good enough', hopeless: 'The photo cannot be used', hint: 'Better:',
  consent: {
    title: 'Consent to keeping and using a photo of the face', given: 'Agreed', missing: 'Nobody agreed yet: without consent no photo is stored', who: 'Who agrees', how: 'How', guardian: 'Name of the guardian', note: 'Note consent', withdraw: 'Withdraw consent', withdrawAsk: 'Withdraw the consent of {name}? The photo is destroyed at once and cannot be brought back.',
    by: { HOLDER: 'Holder', GUARDIAN: 'Guardian (holder below 14)' }, way: { PAPER: 'Signed on paper', DESK: 'Agreed at the desk', PHONE: 'Agreed on the phone' },
  },
  camera: { live: 'Picture of the camera', take: 'Take photo', absent: 'No camera was found. Connect one and try again.', refused: 'The browser did not allow the camera. Allow it in the address bar and try again.', insecure: 'Browsers lend the camera only to a console that was opened by https.' },
  link: {
    purpose: 'A link for one use: the person opens it on a phone, takes or picks a photo, and it goes straight into the record.', local: 'You opened the console by an address of this machine, which no phone reaches. Open it by the network address of the server first.', validity: 'Valid for', hours_1: '1 hour', hours_24: '1 day', hours_72: '3 days', hours_168: '7 days', make: 'Make a link',
    qr: 'The link as a QR code', scan: 'Scan the code with the phone, or send the link to the person.', until: 'Valid until {at}; a new link ends this one.', address: 'Link', copy: 'Copy link', copied: 'The link is copied', callBack: 'Call back link',
  },
  guide: {
    title: 'How to take a good photo', picture: 'A standard photo: frontal, both ears visible, white background', camera: 'A camera or the back camera of a phone, no beautifying filter', background: 'A plain background, white is best', light: 'Even light, not from behind or one side', clothes: 'Clothes unlike the background', ears: 'Look straight into the camera, both ears visible', face: 'A natural expression, eyes open, mouth closed', near: 'Stand upright, the whole head visible, about a metre away',
    not: { turned: 'Turned, lowered, raised or leaning head', covered: 'Mask, cap, sunglasses or hair before the face', others: 'Other people in the picture', blurred: 'Blurred, too dark or too bright' },
  },
  phone: {
    title: 'A photo for {name}', adult: 'It is me, and I am fourteen or older', guardian: 'I am the guardian', agree: 'I agree', take: 'Take a photo', pick: 'Pick one from the album', again: 'Take it again', send: 'Use this one', done: 'The photo has arrived, thank you. You can close this page.', until: 'This link is good until {at}, for one photo.',
  },
  outcome: { STORED: 'Stored', ACCEPTED: 'Accepted', REFUSED: 'Did not pass', NO_PERSON: 'Nobody has this number', LEFT: 'The person has left', NO_CONSENT: 'Nobody agreed yet', TWICE: 'Another photo of the same person came first', UNREADABLE: 'Cannot be unpacked' },
  batch: {
    title: 'Import photos', purpose: 'Photos named by person numbers, in a folder or a zip file; each is checked, cropped and stored, or listed with the reason.', papers: 'Papers', papers_NONE: 'Only people whose consent is on record', papers_HOLDER: 'Papers signed by the holders are on file for all', papers_GUARDIAN: 'Papers signed by guardians are on file for all',
    folder: 'Choose a folder of photos', named: 'File name = person number, such as 100231.jpg', zip: 'Choose a zip file', zipTip: 'Folders in it do not matter', sending: 'Uploading', working: 'Checking and cropping', another: 'Another batch', before: 'Recent batches', result: 'Result', stored: '{n} stored', refused: '{n} not stored',
    crops: 'Download {n} crops (cut)', allCrops: 'Download all crops (cut)', list: 'Photos not stored', acceptMany: 'Accept the {n} chosen', accepted: '{n} accepted', choose: 'Choose {name}',
  },
}
