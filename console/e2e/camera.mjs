// A camera for Chromium that sees one portrait all the time.
import { readFileSync, writeFileSync } from 'node:fs'
import { openBrowser } from './browser.mjs'

const WIDTH = 640
const HEIGHT = 480
const FRAMES = 2

/** Writes what the camera sees, and gives the switches of a browser that has it. */
export async function cameraOn(portrait, file) {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    const pixels = await page.evaluate(drawn, { jpeg: readFileSync(portrait).toString('base64'), width: WIDTH, height: HEIGHT })
    const frame = yuv(Buffer.from(pixels, 'base64'))
    writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), ...Array.from({ length: FRAMES }, () => Buffer.concat([Buffer.from('FRAME\n'), frame]))]))
  } finally {
    await browser.close()
  }
  return ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${file}`]
}

/** In the browser: the portrait in the middle of the camera's picture, as red, green, blue and nothing. */
async function drawn({ jpeg, width, height }) {
  const bytes = Uint8Array.from(atob(jpeg), (character) => character.charCodeAt(0))
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }))
  const canvas = new OffscreenCanvas(width, height)
  const at = canvas.getContext('2d')
  at.fillStyle = '#ddd'
  at.fillRect(0, 0, width, height)
  at.drawImage(picture, (width - height) / 2, 0, height, height)
  const { data } = at.getImageData(0, 0, width, height)
  let text = ''
  for (let i = 0; i < data.length; i += 32_768) text += String.fromCharCode(...data.subarray(i, i + 32_768))
  return btoa(text)
}

function yuv(rgba) {
  const luma = Buffer.alloc(WIDTH * HEIGHT)
  const blue = Buffer.alloc(luma.length / 4)
  const red = Buffer.alloc(luma.length / 4)
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const [r, g, b] = rgba.subarray((y * WIDTH + x) * 4, (y * WIDTH + x) * 4 + 3)
      luma[y * WIDTH + x] = Math.round(0.299 * r + 0.587 * g + 0.114 * b)
      if (x % 2 === 0 && y % 2 === 0) {
        const at = (y / 2) * (WIDTH / 2) + x / 2
        blue[at] = Math.round(128 - 0.169 * r - 0.331 * g + 0.5 * b)
        red[at] = Math.round(128 + 0.5 * r - 0.419 * g - 0.081 * b)
      }
    }
  }
  return Buffer.concat([luma, blue, red])
}
