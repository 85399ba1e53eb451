import { readFileSync } from 'node:fs'
import { expect } from 'vitest'

/** The cases of a file of tests/fixtures. */
export function casesOf<Case>(file: string): Case[] {
  return JSON.parse(readFileSync(new URL(`../../fixtures/${file}`, import.meta.url), 'utf8')).cases
}

/** How far a number may be from the expected one. */
export interface Tolerance {
  readonly relative: number
  readonly absolute: number
}

/** Every expected field: numbers within the tolerance, objects field by field, everything else exactly. */
export function expectFields(actual: unknown, expected: unknown, tolerance: Tolerance, path = ''): void {
  if (typeof expected === 'number' && typeof actual === 'number') {
    const allowed = tolerance.relative * Math.abs(expected) + tolerance.absolute
    expect(Math.abs(actual - expected), `${path}: ${actual} is not ${expected}`).toBeLessThanOrEqual(allowed)
  } else if (typeof expected === 'object' && expected !== null) {
    expect(actual, path).toBeTypeOf('object')
    if (Array.isArray(expected)) expect(actual, path).toHaveLength(expected.length)
    const fields = new Map(Object.entries(actual ?? {}))
    for (const [field, value] of Object.entries(expected)) {
      expectFields(fields.get(field), value, tolerance, `${path}.${field}`)
    }
  } else expect(actual, path).toBe(expected)
}
