import { Alert } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { Article, Reasked } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { PageSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { useMay } from '../frame/session.tsx';
import { knowledgeTexts } from '../i18n/knowledge.ts';
import { languageNames } from '../i18n/names.ts';
import { useArticle, useGapDraft, useTranslations } from '../queries/knowledge.ts';
import { BackLink, EmptyNote } from '../shell/listParts.tsx';
import { ArticleEditor, type ArticleStart } from './articleEditor.tsx';
import { ReaskedList } from './reaskedList.tsx';
import { VersionList } from './versionList.tsx';

function Head({ title, children }: { title: string; children?: ReactNode }): ReactNode {
  const [params] = useSearchParams();
  const search = params.toString();
  return (
    <header className="page-head">
      <BackLink to={`/articles${search ? `?${search}` : ''}`} />
      <div className="head">
        <h1>{title}</h1>
        {children}
      </div>
    </header>
  );
}

/** The other language of an article: to read, or to write. */
function Translations({ article }: { article: Article }): ReactNode {
  const t = useTexts(knowledgeTexts);
  const languages = useTexts(languageNames);
  const mayManage = useMay('manager');
  const others = useTranslations(article.id).data?.items;
  if (!others) return null;
  const missing = ['zh', 'en'].filter(
    (each) => each !== article.language && others.every(({ language }) => language !== each),
  );
  return (
    <p className="head-facts">
      {others.map(({ id, language }) => (
        <Link key={id} to={`/articles/${id}`}>
          {t.otherLanguage(languages[language] ?? language)}
        </Link>
      ))}
      {mayManage &&
        missing.map((language) => (
          <Link key={language} to={`/articles/new?of=${article.id}&to=${language}`}>
            {t.addLanguage(languages[language] ?? language)}
          </Link>
        ))}
    </p>
  );
}

/** One article, with its versions; managers change it. */
export function ArticlePage({ id }: { id: string }): ReactNode {
  const article = useArticle(id);
  const [reasked, setReasked] = useState<Reasked[] | null>(null);
  if (article.isPending) return <PageSkeleton />;
  if (!article.data) return <ProblemNote error={article.error} retry={() => void article.refetch()} whole />;
  const { data } = article;
  return (
    <article className="page">
      <Head title={data.title}>
        <Translations article={data} />
      </Head>
      <div className="page-body">
        {reasked && <ReaskedList items={reasked} />}
        <ArticleEditor key={data.version} start={data} onSaved={(_saved, asked) => setReasked(asked)} />
        <VersionList id={id} />
      </div>
    </article>
  );
}

const blank: ArticleStart = {
  id: null,
  slug: '',
  language: 'zh',
  kind: 'use',
  title: '',
  body: '',
  productSkus: [],
  published: false,
  audience: 'public',
  validUntil: null,
  owner: null,
  version: 0,
};

/** A new article: empty, on what a report had in view, from a gap, or the other language of one that there is. */
export function NewArticle(): ReactNode {
  const t = useTexts(knowledgeTexts);
  const mayManage = useMay('manager');
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const gapId = params.get('gap') ?? undefined;
  const of = params.get('of') ?? '';
  const draft = useGapDraft(gapId);
  const original = useArticle(of, of !== '');
  const [reasked, setReasked] = useState<Reasked[] | null>(null);
  if (!mayManage) return <EmptyNote icon="note" title={t.onlyManagers} />;
  if ((gapId && draft.isPending) || (of && original.isPending)) return <PageSkeleton />;
  const products = params.getAll('product').filter(Boolean);
  const start = {
    ...blank,
    title: (params.get('title') ?? '').slice(0, 200),
    productSkus: products,
    ...(original.data && {
      ...original.data,
      id: null,
      version: 0,
      language: params.get('to') ?? 'en',
      title: '',
      body: '',
      published: false,
    }),
    ...draft.data,
  };
  return (
    <article className="page">
      <Head title={t.newArticle} />
      <div className="page-body">
        {draft.error && <ProblemNote error={draft.error} />}
        {draft.data && <Alert type="info" showIcon title={t.fromGap} className="gap-note" />}
        {reasked && <ReaskedList items={reasked} />}
        <ArticleEditor
          start={start}
          original={original.data}
          onSaved={(saved, asked) => {
            setReasked(asked);
            if (!asked?.length) void navigate(`/articles/${saved.id}`);
          }}
        />
      </div>
    </article>
  );
}
