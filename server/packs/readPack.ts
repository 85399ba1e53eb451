import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import {
  introduction,
  type Pack,
  type PackItem,
  type PackMark,
  type PackText,
} from '../../shared/packs/pack.ts'
import { packFigure, type PackAnswers } from './packFigures.ts'
import { itemsOf, textsOf } from './packStore.ts'

const unwritten: PackText = { value: [], version: 0, by: '' }

/** A draft with everything that its builder shows: its figures by what they find, and every text with its version. */
export async function readPack(workspace: Workspace, answers: PackAnswers, pack: PackMark): Promise<Pack> {
  const [items, texts] = await Promise.all([itemsOf(workspace, pack.number), textsOf(workspace, pack.number)])
  const shown: PackItem[] = []
  for (const item of items) {
    const found = await packFigure(answers, item)
    const { id, request, shows, flag } = item
    const text = texts.get(id) ?? unwritten
    const [figure, problem] = 'figure' in found ? [found.figure, null] : [null, found.problem]
    shown.push({ id, request, shows, flag, figure, problem, text })
  }
  return { ...pack, introduction: texts.get(introduction) ?? unwritten, items: shown }
}
