import { promiseProcedures } from './promiseProcedures.ts'
import { questionReading } from './questionReading.ts'
import { questionWriting } from './questionWriting.ts'
import { router } from './trpc.ts'

/** The ledger: what was asked on which evidence, what was answered and promised, and what became of it. */
export const questionsRouter = router({ ...questionReading, ...questionWriting, ...promiseProcedures })
