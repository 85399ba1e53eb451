import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router'
import { readEditionSearch } from './address/editionSearch.ts'
import { readIntakeSearch } from './address/intakeSearch.ts'
import { readAreaSearch } from './address/areaSearch.ts'
import { readCompareSearch } from './address/compareSearch.ts'
import { readMetricSearch } from './address/metricSearch.ts'
import { readOverviewSearch } from './address/overviewSearch.ts'
import { readQuestionsSearch } from './address/questionsSearch.ts'
import { readScrutinySearch } from './address/scrutinySearch.ts'
import { parseSearch, stringifySearch } from './address/searchText.ts'
import { OverviewPage } from './pages/overview/OverviewPage.tsx'
import { NotFoundPage } from './pages/NotFoundPage.tsx'
import { Shell } from './parts/Shell.tsx'

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFoundPage,
  validateSearch: readEditionSearch,
  // Whoever reads an edition goes on reading it from page to page.
  search: { middlewares: [retainSearchParams(['edition'])] },
})

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

const citationRoute = createRoute({
  getParentRoute: () => root,
  path: '/c/$id',
  component: lazyRouteComponent(() => import('./pages/citation/CitationPage.tsx'), 'CitationPage'),
})

const readApiRoute = createRoute({
  getParentRoute: () => root,
  path: '/read-api',
  component: lazyRouteComponent(() => import('./pages/readApi/ReadApiPage.tsx'), 'ReadApiPage'),
})

const dataRoute = createRoute({
  getParentRoute: () => root,
  path: '/data',
  component: lazyRouteComponent(() => import('./pages/data/DataPage.tsx'), 'DataPage'),
})

const signInRoute = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./pages/signIn/SignInPage.tsx'), 'SignInPage'),
})

const invitationRoute = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./pages/signIn/InvitationPage.tsx'), 'InvitationPage'),
})

const accountRoute = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('./pages/account/AccountPage.tsx'), 'AccountPage'),
})

const peopleRoute = createRoute({
  getParentRoute: () => root,
  path: '/people',
  component: lazyRouteComponent(() => import('./pages/people/PeoplePage.tsx'), 'PeoplePage'),
})

const auditRoute = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  component: lazyRouteComponent(() => import('./pages/audit/AuditPage.tsx'), 'AuditPage'),
})

const dataProtectionRoute = createRoute({
  getParentRoute: () => root,
  path: '/data-protection',
  component: lazyRouteComponent(
    () => import('./pages/dataProtection/DataProtectionPage.tsx'),
    'DataProtectionPage',
  ),
})

const editionsRoute = createRoute({
  getParentRoute: () => root,
  path: '/editions',
  component: lazyRouteComponent(() => import('./pages/editions/EditionsPage.tsx'), 'EditionsPage'),
})

const editionRoute = createRoute({
  getParentRoute: () => root,
  path: '/editions/$number',
  component: lazyRouteComponent(() => import('./pages/editions/EditionPage.tsx'), 'EditionPage'),
})

const reportsRoute = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  component: lazyRouteComponent(() => import('./pages/reports/ReportsPage.tsx'), 'ReportsPage'),
})

const packRoute = createRoute({
  getParentRoute: () => root,
  path: '/reports/packs/$id',
  component: lazyRouteComponent(() => import('./pages/reports/PackBuilderPage.tsx'), 'PackBuilderPage'),
})

const packViewRoute = createRoute({
  getParentRoute: () => root,
  path: '/reports/packs/$id/view',
  component: lazyRouteComponent(() => import('./pages/reports/PackViewPage.tsx'), 'PackViewPage'),
})

const printRoute = createRoute({
  getParentRoute: () => root,
  path: '/print',
  component: lazyRouteComponent(() => import('./pages/reports/PrintPage.tsx'), 'PrintPage'),
})

const intakeRoute = createRoute({
  getParentRoute: () => root,
  path: '/data/add',
  validateSearch: readIntakeSearch,
  component: lazyRouteComponent(() => import('./pages/intake/IntakePage.tsx'), 'IntakePage'),
})

const areaRoute = createRoute({
  getParentRoute: () => root,
  path: '/areas/$area',
  validateSearch: readAreaSearch,
  component: lazyRouteComponent(() => import('./pages/area/AreaPage.tsx'), 'AreaPage'),
})

const questionsRoute = createRoute({
  getParentRoute: () => root,
  path: '/scrutiny/questions',
  validateSearch: readQuestionsSearch,
  component: lazyRouteComponent(() => import('./pages/scrutiny/ledger/QuestionsPage.tsx'), 'QuestionsPage'),
})

const questionRoute = createRoute({
  getParentRoute: () => root,
  path: '/scrutiny/questions/$id',
  component: lazyRouteComponent(() => import('./pages/scrutiny/question/QuestionPage.tsx'), 'QuestionPage'),
})

const recommendationsRoute = createRoute({
  getParentRoute: () => root,
  path: '/scrutiny/recommendations',
  component: lazyRouteComponent(
    () => import('./pages/scrutiny/recommendations/RecommendationsPage.tsx'),
    'RecommendationsPage',
  ),
})

const meetingsRoute = createRoute({
  getParentRoute: () => root,
  path: '/scrutiny/meetings',
  component: lazyRouteComponent(() => import('./pages/scrutiny/briefing/MeetingsPage.tsx'), 'MeetingsPage'),
})

const briefingRoute = createRoute({
  getParentRoute: () => root,
  path: '/scrutiny/briefings/$id',
  component: lazyRouteComponent(() => import('./pages/scrutiny/briefing/BriefingPage.tsx'), 'BriefingPage'),
})

const scrutinyRoute = createRoute({
  getParentRoute: () => root,
  path: '/scrutiny',
  validateSearch: readScrutinySearch,
  component: lazyRouteComponent(() => import('./pages/scrutiny/SuggestionsPage.tsx'), 'SuggestionsPage'),
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
    citationRoute,
    readApiRoute,
    dataRoute,
    signInRoute,
    invitationRoute,
    accountRoute,
    peopleRoute,
    auditRoute,
    dataProtectionRoute,
    editionsRoute,
    editionRoute,
    reportsRoute,
    packRoute,
    packViewRoute,
    printRoute,
    intakeRoute,
    areaRoute,
    compareRoute,
    scrutinyRoute,
    questionsRoute,
    questionRoute,
    recommendationsRoute,
    meetingsRoute,
    briefingRoute,
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
