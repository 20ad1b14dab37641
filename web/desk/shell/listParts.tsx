import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon, type IconName } from '../frame/icons.tsx';
import { useTexts } from '../frame/language.tsx';
import { shellTexts } from '../i18n/shell.ts';

/** The search above a list; `/` focuses it, Escape leaves it. */
export function ListSearch({
  value,
  onChange,
  label,
}: {
  value: string;
  onChange(text: string): void;
  label: string;
}): ReactNode {
  return (
    <Input
      data-search
      allowClear
      value={value}
      aria-label={label}
      placeholder={label}
      prefix={<Icon name="search" />}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
    />
  );
}

interface MoreProps {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage(): unknown };
}

/** Asks for the next page of a list, where there is one. */
export function MoreButton({ query }: MoreProps): ReactNode {
  const t = useTexts(shellTexts);
  if (!query.hasNextPage) return null;
  return (
    <div className="list-more">
      <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {t.more}
      </Button>
    </div>
  );
}

/** Nothing is here: why, and what to do. */
export function EmptyNote({
  icon,
  title,
  children,
}: {
  icon: IconName;
  title: string;
  children?: ReactNode;
}): ReactNode {
  return (
    <div className="empty">
      <Icon name={icon} size={36} />
      <p className="empty-title">{title}</p>
      {children && <p className="empty-text">{children}</p>}
    </div>
  );
}

/** Back to the list, on a phone. */
export function BackLink({ to }: { to: string }): ReactNode {
  const t = useTexts(shellTexts);
  return (
    <Link className="back" to={to} aria-label={t.back}>
      <Icon name="back" />
    </Link>
  );
}
