import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { draftKeeper, type KeptDraft, type SaveAnswer } from '../../../client/drafts/draftKeeper.ts'

class Refused extends Error {}

/** A server that holds one text, as the real one does: it takes a text only on top of the version it holds. */
function heldText(value: string) {
  let held: KeptDraft<string> = { value, version: 1 }
  let failure: Error | null = null
  return {
    held: () => held,
    change: (next: string) => (held = { value: next, version: held.version + 1 }),
    fail: (error: Error | null) => (failure = error),
    save: async (next: string, version: number): Promise<SaveAnswer<string>> => {
      if (failure) throw failure
      if (version !== held.version) return { saved: false, theirs: { ...held, by: 'Amina' } }
      held = { value: next, version: version + 1 }
      return { saved: true, version: held.version }
    },
  }
}

function tabStorage() {
  const items = new Map<string, string>()
  return {
    items,
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, text: string) => void items.set(name, text),
    removeItem: (name: string) => void items.delete(name),
  }
}

function keeperOf(server: ReturnType<typeof heldText>, storage = tabStorage(), kept = server.held()) {
  return draftKeeper({
    name: 'text',
    kept,
    save: server.save,
    join: (theirs, mine) => `${theirs}\n${mine}`,
    isRefusal: (error) => error instanceof Refused,
    storage,
  })
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const rest = () => vi.advanceTimersByTimeAsync(60_000)

describe('a text that saves itself', () => {
  it('is saved after a pause, once for many letters', async () => {
    const server = heldText('')
    const draft = keeperOf(server)
    for (const text of ['a', 'ab', 'abc']) draft.write(text)
    expect(draft.state().status).toBe('waiting')
    await rest()
    expect(server.held()).toEqual({ value: 'abc', version: 2 })
    expect(draft.state().status).toBe('kept')
  })

  it('saves again what was written while it was being saved', async () => {
    const server = heldText('')
    const draft = keeperOf(server)
    draft.write('first')
    const sent = draft.flush()
    draft.write('first and second')
    await sent
    await rest()
    expect(server.held().value).toBe('first and second')
  })

  it('stays in the tab until the server has it, and is taken up again after a reload', async () => {
    const server = heldText('old')
    const storage = tabStorage()
    server.fail(new Error('no network'))
    const draft = keeperOf(server, storage)
    draft.write('typed on a train')
    await draft.flush()
    expect(draft.state().status).toBe('unreachable')
    server.fail(null)
    const reloaded = keeperOf(server, storage)
    expect(reloaded.state().value).toBe('typed on a train')
    await rest()
    expect(server.held().value).toBe('typed on a train')
    expect(storage.items.size).toBe(0)
  })

  it('says why where the server refuses, and keeps the text', async () => {
    const server = heldText('')
    server.fail(new Refused('This pack has been published.'))
    const draft = keeperOf(server)
    draft.write('late')
    await rest()
    expect(draft.state()).toMatchObject({
      status: 'refused',
      problem: 'This pack has been published.',
      value: 'late',
    })
  })

  it('shows what others saved while nothing is being written here', () => {
    const server = heldText('old')
    const draft = keeperOf(server)
    draft.refresh(server.change('theirs'))
    expect(draft.state().value).toBe('theirs')
    draft.write('mine')
    draft.refresh(server.change('newer'))
    expect(draft.state().value).toBe('mine')
  })
})

describe('a text that two people change', () => {
  const conflicting = async () => {
    const server = heldText('old')
    const storage = tabStorage()
    const draft = keeperOf(server, storage)
    draft.write('mine')
    server.change('theirs')
    await rest()
    return { server, storage, draft }
  }

  it('keeps both until the writer has chosen, and what is typed meanwhile', async () => {
    const { server, storage, draft } = await conflicting()
    expect(draft.state()).toMatchObject({
      status: 'conflict',
      conflict: { mine: 'mine', theirs: 'theirs', by: 'Amina' },
    })
    draft.write('mine and more')
    await rest()
    expect(server.held().value).toBe('theirs')
    expect(draft.state().conflict?.mine).toBe('mine and more')
    expect([...storage.items.values()].join()).toContain('mine and more')
  })

  it.each([
    ['keepMine', 'mine'],
    ['takeTheirs', 'theirs'],
    ['keepBoth', 'theirs\nmine'],
  ] as const)('is settled by %s', async (choice, expected) => {
    const { server, storage, draft } = await conflicting()
    draft[choice]()
    await rest()
    expect(draft.state()).toMatchObject({ value: expected, status: 'kept', conflict: null })
    expect(server.held().value).toBe(expected)
    expect(storage.items.size).toBe(0)
  })

  it('is in conflict again where they write on before the choice is saved', async () => {
    const { server, draft } = await conflicting()
    server.change('theirs, once more')
    draft.keepMine()
    await rest()
    expect(draft.state().conflict).toMatchObject({ mine: 'mine', theirs: 'theirs, once more' })
  })

  it('is in conflict after a reload over a newer text', async () => {
    const server = heldText('old')
    const storage = tabStorage()
    keeperOf(server, storage).write('mine')
    server.change('theirs')
    const reloaded = keeperOf(server, storage)
    await rest()
    expect(reloaded.state().conflict).toMatchObject({ mine: 'mine', theirs: 'theirs' })
  })

  it('is no conflict where both wrote the same', async () => {
    const server = heldText('old')
    const draft = keeperOf(server)
    draft.write('same')
    server.change('same')
    await rest()
    expect(draft.state().status).toBe('kept')
  })
})
