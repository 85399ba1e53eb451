import { useEffect, useState } from 'react'

/** Puts the address of exactly this view on the clipboard, and says so. */
export function CopyLink({ className = 'btn' }: { className?: string }) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (said === '') return
    const timer = setTimeout(() => setSaid(''), 4000)
    return () => clearTimeout(timer)
  }, [said])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href)
      setSaid('Link copied')
    } catch {
      setSaid('Copy the address from the bar above')
    }
  }
  return (
    <>
      <button type="button" className={className} onClick={() => void copy()}>
        {said === '' ? 'Copy link' : said}
      </button>
      <span className="sr" role="status">
        {said}
      </span>
    </>
  )
}
