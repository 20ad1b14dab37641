import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Article } from '../api.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { articleKindNames, audienceNames, knowledgeTexts } from '../i18n/knowledge.ts';
import { languageNames } from '../i18n/names.ts';
import { type ArticleFilter, useArticles, usePassages } from '../queries/knowledge.ts';
import { rowsOf } from '../queries/records.ts';
import { EmptyNote, MoreButton } from '../shell/listParts.tsx';
import { Highlighted } from './highlighted.tsx';

function ArticleRow({ article, selected }: { article: Article; selected: boolean }): ReactNode {
  const t = useTexts(knowledgeTexts);
  const kinds = useTexts(articleKindNames);
  const languages = useTexts(languageNames);
  const audiences = useTexts(audienceNames);
  const formats = useFormats();
  const now = useNow();
  const [params] = useSearchParams();
  const expired = article.validUntil !== null && new Date(article.validUntil) <= now;
  return (
    <Link
      className="row"
      data-row={article.id}
      to={{ pathname: `/articles/${article.id}`, search: params.toString() }}
      aria-current={selected ? 'true' : undefined}
    >
      <span className="row-head">
        <span className="row-kind">{kinds[article.kind] ?? article.kind}</span>
        <time className="due" dateTime={article.updatedAt}>
          {formats.moment(article.updatedAt, now)}
        </time>
      </span>
      <span className="row-title">{article.title}</span>
      <span className="row-foot">
        <span className="row-who">{languages[article.language] ?? article.language}</span>
        {article.audience !== 'public' && <Tag color="gold">{audiences[article.audience] ?? article.audience}</Tag>}
        {expired ? <Tag color="red">{t.expired}</Tag> : !article.published && <Tag>{t.draft}</Tag>}
      </span>
    </Link>
  );
}

/** Articles, last changed first. */
export function ArticleList({ filter, selected }: { filter: ArticleFilter; selected: string | undefined }): ReactNode {
  const t = useTexts(knowledgeTexts);
  const articles = useArticles(filter);
  const rows = rowsOf(articles.data);
  return (
    <>
      {articles.isPending && <RowsSkeleton />}
      {articles.error && !articles.data && <ProblemNote error={articles.error} retry={() => void articles.refetch()} />}
      {articles.data && rows.length === 0 && (
        <EmptyNote icon="note" title={t.emptyArticles}>
          {t.emptyArticlesText}
        </EmptyNote>
      )}
      {rows.map((article) => (
        <ArticleRow key={article.id} article={article} selected={article.id === selected} />
      ))}
      <MoreButton query={articles} />
    </>
  );
}

/** What the bot would find for a question, with its words marked. */
export function FoundPassages({
  question,
  language,
  audience,
  selected,
}: {
  question: string;
  language: string | undefined;
  audience: string;
  selected: string | undefined;
}): ReactNode {
  const t = useTexts(knowledgeTexts);
  const page = useLanguage().language;
  const [params] = useSearchParams();
  const spoken = language ?? (/\p{Script=Han}/u.test(question) ? 'zh' : /[a-z]{3}/i.test(question) ? 'en' : page);
  const found = usePassages(question, spoken, audience);
  const rows = found.data?.items ?? [];
  return (
    <>
      {found.isPending && <RowsSkeleton />}
      {found.error && !found.data && <ProblemNote error={found.error} retry={() => void found.refetch()} />}
      {found.data && rows.length === 0 && (
        <EmptyNote icon="search" title={t.emptySearch}>
          {t.emptySearchText}
        </EmptyNote>
      )}
      {rows.map(({ articleId, title, excerpt, marks, score }) => (
        <Link
          key={articleId}
          className="row"
          data-row={articleId}
          to={{ pathname: `/articles/${articleId}`, search: params.toString() }}
          aria-current={articleId === selected ? 'true' : undefined}
        >
          <span className="row-head">
            <span className="row-title">{title}</span>
            <span className="figures">{score.toFixed(1)}</span>
          </span>
          <span className="row-excerpt">
            <Highlighted text={excerpt} marks={marks} />
          </span>
        </Link>
      ))}
    </>
  );
}
