/** Remembers the answers of a computation by key, newest kept, so that many readers of one page cost one query. */
export function cache<T>(capacity: number): {
  get(key: string, compute: () => Promise<T>): Promise<T>
  clear(): void
} {
  const answers = new Map<string, Promise<T>>()
  return {
    get(key, compute) {
      const known = answers.get(key)
      if (known) {
        answers.delete(key)
        answers.set(key, known)
        return known
      }
      const answer = compute()
      answers.set(key, answer)
      // A failure is not remembered.
      answer.catch(() => answers.delete(key))
      if (answers.size > capacity) {
        const oldest = answers.keys().next().value
        if (oldest !== undefined) answers.delete(oldest)
      }
      return answer
    },
    clear: () => answers.clear(),
  }
}
