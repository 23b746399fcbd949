/** The longest body that the platform takes from a phone, with some room for what is around it. */
const BYTES_MAX = 900_000
const SIDES = [1600, 1200, 900] as const
const QUALITIES = [0.92, 0.8, 0.65] as const

/** Makes a photo small enough to be sent; upright, as the phone held it, and whatever kind the phone can show. */
export async function shrunk(photo: Blob): Promise<Blob> {
  const picture = await createImageBitmap(photo, { imageOrientation: 'from-image' })
  try {
    for (const side of SIDES) {
      for (const quality of QUALITIES) {
        const smaller = await jpeg(picture, Math.min(1, side / Math.max(picture.width, picture.height)), quality)
        if (smaller.size <= BYTES_MAX) return smaller
      }
    }
  } finally {
    picture.close()
  }
  throw new Error('It does not become small enough.')
}

function jpeg(picture: ImageBitmap, scale: number, quality: number): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser makes no JPEG.'))), 'image/jpeg', quality))
}
