const steps = [
  { id: 'file', words: 'File sent' },
  { id: 'reading', words: 'How it is read' },
  { id: 'review', words: 'What would change' },
  { id: 'done', words: 'Committed' },
] as const

export type StepId = (typeof steps)[number]['id']

/** Where on the way from file to figures this is. */
export function Steps({ now }: { readonly now: StepId }) {
  const at = steps.findIndex(({ id }) => id === now)
  return (
    <ol className="steps" aria-label="Steps">
      {steps.map(({ id, words }, index) => (
        <li
          key={id}
          className={index < at ? 'done' : index === at ? 'now' : undefined}
          aria-current={index === at ? 'step' : undefined}
        >
          {index + 1}. {words}
        </li>
      ))}
    </ol>
  )
}
