/** Shows what is chosen in a tree with all its properties. */
import type { PropertiesParts } from '../properties/showProperties.ts';
import type { CommandHandlers } from './registerCommand.ts';
import type { TreeViews } from './treeViews.ts';

type PropertiesCommand = 'marketingCloud.showProperties';

export function propertiesHandlers(
  parts: PropertiesParts,
  trees: TreeViews,
): Pick<CommandHandlers, PropertiesCommand> {
  const load = () => import('../properties/showProperties.ts');
  /** Made with the first of them. */
  let pages: ReturnType<Awaited<ReturnType<typeof load>>['createPropertiesPages']> | undefined;
  return {
    'marketingCloud.showProperties': async (node) => {
      const { createPropertiesPages, showProperties } = await load();
      pages ??= createPropertiesPages(parts);
      const [chosen] = trees.chosen(node);
      const tree = trees.treeOf(chosen);
      // What it is called and where it stands, its parent says.
      const written = (): void => tree?.refresh(chosen && tree.getParent(chosen));
      showProperties(pages, parts.active, { node: chosen, written });
    },
  };
}
