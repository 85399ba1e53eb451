import './withoutEval.ts'
import './styles/tokens.css'
import './styles/reset.css'
import './styles/text.css'
import './styles/page.css'
import './styles/button.css'
import './styles/plainTable.css'
import './styles/sortHead.css'
import './styles/filterBar.css'
import './styles/menu.css'
import './styles/marks.css'
import './styles/shell.css'
import './styles/chart.css'
import './styles/pageHead.css'
import './styles/findingText.css'
import './styles/notes.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { router } from './router.tsx'
import { api, queryClient } from './trpc.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('no element: root')

/** What stands around a page depends on who reads it: drawn before that is known, everything would move once it is. */
const longestWait = 1_500
await Promise.race([
  Promise.allSettled([
    queryClient.prefetchQuery(api.session.queryOptions()),
    router.load(),
    // Asked for before anything is drawn in them, so that the first drawing has them.
    ...[...document.fonts].map((face) => face.load()),
  ]),
  new Promise((resolve) => setTimeout(resolve, longestWait)),
])

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
