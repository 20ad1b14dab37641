import { useChatTools } from './ChatContext.ts';

/** Who speaks: the brand's first letter for the assistant, a person's own for a person. Decoration only. */
export function Avatar({ name }: { name: string | undefined }) {
  const { shopName } = useChatTools();
  return (
    <span className="avatar" data-person={name ? '' : undefined} aria-hidden="true">
      {[...(name ?? shopName)][0]}
    </span>
  );
}
