import { describe, expect, it } from 'vitest'
import { burst, uidOf } from './cardReader'

const press = (code: string, more: Partial<KeyboardEvent> = {}) => ({ code, ctrlKey: false, altKey: false, metaKey: false, ...more })

function type(codes: string[], gap: number): string | undefined {
  const reader = burst()
  let at = 1_000
  let found: string | undefined
  for (const code of codes) {
    at += gap
    found = reader.key(press(code), at) ?? found
  }
  return found
}

const digits = (text: string): string[] => [...text].map((c) => (/\d/.test(c) ? `Digit${c}` : `Key${c}`))

describe('a reader that types', () => {
  it('is heard when it types fast and ends with Enter', () => {
    expect(type([...digits('04A1B2C3'), 'Enter'], 6)).toBe('04A1B2C3')
    expect(type([...'1234567890'].map((c) => `Numpad${c}`).concat('NumpadEnter'), 90)).toBe('1234567890')
  })

  it('is not taken for a person, nor a person for it', () => {
    expect(type([...digits('12345678'), 'Enter'], 140)).toBeUndefined()
    expect(type([...digits('1234'), 'Enter'], 6)).toBeUndefined()
  })

  it('is heard after a person typed an amount', () => {
    const reader = burst()
    reader.key(press('Digit5'), 0)
    reader.key(press('Digit0'), 300)
    let at = 2_000
    let found: string | undefined
    for (const code of [...digits('04A1B2C3'), 'Enter']) found = reader.key(press(code), (at += 5)) ?? found
    expect(found).toBe('04A1B2C3')
  })

  it('is given up when a shortcut or a letter outside hex comes in between', () => {
    expect(type([...digits('04A1'), 'KeyZ', ...digits('B2'), 'Enter'], 6)).toBeUndefined()
    const reader = burst()
    reader.key(press('Digit1', { ctrlKey: true }), 0)
    expect(reader.length()).toBe(0)
  })

  it('gives the same card whether it types hex or ten decimal digits', () => {
    expect(uidOf('0077777346')).toBe('04A2C9C2')
    expect(uidOf('04a2c9c2')).toBe('04A2C9C2')
    expect(uidOf('04A2C9C2112233')).toBe('04A2C9C2112233')
  })
})
