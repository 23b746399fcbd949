// Two sounds that cannot be taken for each other: high and short for yes, low and twice for no.

let audio: AudioContext | undefined

/** @param volume 0 to 1 */
export function beep(yes: boolean, volume = 1): void {
  try {
    audio ??= new AudioContext()
    const now = audio.currentTime
    if (yes) {
      tone(audio, 1_560, now, 0.09, volume)
      tone(audio, 2_080, now + 0.1, 0.12, volume)
    } else {
      tone(audio, 300, now, 0.18, volume)
      tone(audio, 240, now + 0.24, 0.26, volume)
    }
  } catch {
    // A machine without sound shows the same by lamp and words.
  }
}

function tone(context: AudioContext, hertz: number, from: number, seconds: number, volume: number): void {
  const oscillator = context.createOscillator()
  const gain = context.createGain()
  const loudness = (hertz > 1_000 ? 0.2 : 0.08) * volume
  oscillator.type = hertz > 1_000 ? 'sine' : 'square'
  oscillator.frequency.value = hertz
  gain.gain.setValueAtTime(0, from)
  gain.gain.linearRampToValueAtTime(loudness, from + 0.01)
  gain.gain.setValueAtTime(loudness, from + seconds - 0.02)
  gain.gain.linearRampToValueAtTime(0, from + seconds)
  oscillator.connect(gain).connect(context.destination)
  oscillator.start(from)
  oscillator.stop(from + seconds)
}
