import './styles/tokens.css'
import './styles/base.css'
import './styles/filterBar.css'
import './styles/menu.css'
import './styles/marks.css'
import './styles/shell.css'
import './styles/chart.css'
import './styles/overview.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { router } from './router.tsx'
import { queryClient } from './trpc.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('no element: root')

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
