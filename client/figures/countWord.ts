const words = ['None', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']

/** A number as a sentence starts with it: words to ten, then figures. */
export function countWord(count: number): string {
  return words[count] ?? String(count)
}
