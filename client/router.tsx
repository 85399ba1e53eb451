import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { readAreaSearch } from './address/areaSearch.ts'
import { readCompareSearch } from './address/compareSearch.ts'
import { readMetricSearch } from './address/metricSearch.ts'
import { readOverviewSearch } from './address/overviewSearch.ts'
import { parseSearch, stringifySearch } from './address/searchText.ts'
import { OverviewPage } from './pages/overview/OverviewPage.tsx'
import { NotFoundPage } from './pages/NotFoundPage.tsx'
import { Shell } from './parts/Shell.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage })

const overviewRoute = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: readOverviewSearch,
  component: OverviewPage,
})

const metricsRoute = createRoute({
  getParentRoute: () => root,
  path: '/metrics',
  component: lazyRouteComponent(() => import('./pages/metrics/MetricsPage.tsx'), 'MetricsPage'),
})

const metricRoute = createRoute({
  getParentRoute: () => root,
  path: '/metrics/$metric',
  validateSearch: readMetricSearch,
  component: lazyRouteComponent(() => import('./pages/metric/MetricPage.tsx'), 'MetricPage'),
})

const dataRoute = createRoute({
  getParentRoute: () => root,
  path: '/data',
  component: lazyRouteComponent(() => import('./pages/data/DataPage.tsx'), 'DataPage'),
})

const areaRoute = createRoute({
  getParentRoute: () => root,
  path: '/areas/$area',
  validateSearch: readAreaSearch,
  component: lazyRouteComponent(() => import('./pages/area/AreaPage.tsx'), 'AreaPage'),
})

const compareRoute = createRoute({
  getParentRoute: () => root,
  path: '/compare',
  validateSearch: readCompareSearch,
  component: lazyRouteComponent(() => import('./pages/compare/ComparePage.tsx'), 'ComparePage'),
})

const accessibilityRoute = createRoute({
  getParentRoute: () => root,
  path: '/accessibility',
  component: lazyRouteComponent(
    () => import('./pages/accessibility/AccessibilityPage.tsx'),
    'AccessibilityPage',
  ),
})

/** Every page has an address that holds all of its state, in plain text that stays readable in a minute book. */
export const router = createRouter({
  routeTree: root.addChildren([
    overviewRoute,
    metricsRoute,
    metricRoute,
    areaRoute,
    compareRoute,
    dataRoute,
    accessibilityRoute,
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
