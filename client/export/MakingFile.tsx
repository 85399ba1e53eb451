interface Props {
  readonly at: { readonly done: number; readonly total: number }
  readonly onCancel: () => void
}

/** How far a file has come, and the way to stop it. */
export function MakingFile({ at, onCancel }: Props) {
  return (
    <>
      <label className="making">
        Making the file <progress value={at.done} max={at.total} />
      </label>
      <button type="button" className="btn" onClick={onCancel}>
        Cancel
      </button>
    </>
  )
}
