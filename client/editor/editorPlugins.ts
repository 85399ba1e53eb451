import { baseKeymap, chainCommands, toggleMark } from 'prosemirror-commands'
import { history, redo, undo } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { liftListItem, splitListItem } from 'prosemirror-schema-list'
import type { Plugin } from 'prosemirror-state'
import { richSchema } from './richSchema.ts'

const { nodes, marks } = richSchema

/** The keys that people know from other programs. Tab stays what it is, so that the keyboard can leave. */
export function editorPlugins(): Plugin[] {
  const enter = baseKeymap['Enter']
  return [
    history(),
    keymap({
      'Mod-b': toggleMark(marks.bold),
      'Mod-i': toggleMark(marks.italic),
      'Mod-z': undo,
      'Mod-y': redo,
      'Shift-Mod-z': redo,
      Enter: chainCommands(
        splitListItem(nodes.list_item),
        liftListItem(nodes.list_item),
        ...(enter ? [enter] : []),
      ),
    }),
    keymap(baseKeymap),
  ]
}
