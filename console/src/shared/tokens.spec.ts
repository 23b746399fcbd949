import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync('src/shared/tokens.css', 'utf8')

function tokens(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? ''
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1] as string, m[2] as string]))
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

describe.each([['light', 'html:root'], ['dark', 'html.dark:root']])('the colours, %s', (_, selector) => {
  const of = tokens(selector)
  it.each([
    ['ink', 'ground'], ['ink', 'panel'], ['ink-2', 'ground'], ['ink-2', 'panel'], ['ink-3', 'ground'], ['ink-3', 'panel'],
    ['accent', 'ground'], ['accent', 'panel'], ['accent', 'accent-soft'], ['on-accent', 'accent'],
    ['good', 'ground'], ['good', 'panel'], ['good', 'good-soft'], ['wait', 'ground'], ['wait', 'panel'], ['wait', 'wait-soft'], ['bad', 'ground'], ['bad', 'panel'], ['bad', 'bad-soft'],
  ])('%s on %s can be read', (front, back) => {
    expect(contrast(of[front] as string, of[back] as string)).toBeGreaterThanOrEqual(4.5)
  })
})
