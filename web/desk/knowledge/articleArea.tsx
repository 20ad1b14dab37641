import { Button, Segmented, Select } from 'antd';
import { type ReactNode, useDeferredValue, useRef, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { ChoiceForm } from '../frame/choiceForm.tsx';
import { Icon } from '../frame/icons.tsx';
import { useTexts } from '../frame/language.tsx';
import { useMay } from '../frame/session.tsx';
import { audienceNames, knowledgeTexts } from '../i18n/knowledge.ts';
import { languageNames } from '../i18n/names.ts';
import { oneOf, useAddressValues } from '../shell/address.ts';
import { Columns } from '../shell/columns.tsx';
import { useKeys, useListKeys } from '../shell/keys.ts';
import { EmptyNote, ListSearch } from '../shell/listParts.tsx';
import { ArticleList, FoundPassages } from './articleList.tsx';
import { ArticlePage, NewArticle } from './articlePage.tsx';
import { KnowledgeTabs } from './knowledgeTabs.tsx';
import './knowledge.css';

const states = ['all', 'published', 'draft', 'expired'] as const;

/** The texts of the knowledge base: search as a customer would, filter, read, write. */
export function ArticleArea(): ReactNode {
  const { id } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const t = useTexts(knowledgeTexts);
  const languages = useTexts(languageNames);
  const audiences = useTexts(audienceNames);
  const mayManage = useMay('manager');
  const list = useRef<HTMLDivElement>(null);
  const [values, change] = useAddressValues();
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query.trim());
  const state = oneOf(values.get('state') ?? undefined, states);
  const language = values.get('language') ?? undefined;
  const audience = values.get('audience') ?? undefined;
  useListKeys(list);
  const leave = (): void => {
    if (id) void navigate({ pathname: '/articles', search: params.toString() });
  };
  useKeys({ Escape: leave });
  const names = { all: t.allStates, published: t.published, draft: t.draft, expired: t.expired };
  const choices = (of: Record<string, string>) => Object.entries(of).map(([value, label]) => ({ value, label }));
  return (
    <Columns
      label={t.articles}
      open={id !== undefined}
      queue={
        <div className="list" ref={list}>
          <KnowledgeTabs />
          <ChoiceForm className="list-head">
            <Segmented
              block
              aria-label={t.state}
              value={state}
              options={states.map((value) => ({ value, label: names[value] }))}
              onChange={(value) => change({ state: value === 'all' ? undefined : value })}
            />
            <ListSearch value={query} onChange={setQuery} label={t.search} />
            <div className="list-filters">
              <Select
                allowClear
                aria-label={t.anyLanguage}
                placeholder={t.anyLanguage}
                value={language}
                options={choices(languages)}
                onChange={(value) => change({ language: value })}
              />
              <Select
                allowClear
                aria-label={t.anyAudience}
                placeholder={t.anyAudience}
                value={audience}
                options={choices(audiences)}
                onChange={(value) => change({ audience: value })}
              />
              {mayManage && (
                <Link to={{ pathname: '/articles/new', search: params.toString() }}>
                  <Button tabIndex={-1} icon={<Icon name="plus" />}>
                    {t.newArticle}
                  </Button>
                </Link>
              )}
            </div>
          </ChoiceForm>
          <div className="list-body">
            {asked.length > 1 ? (
              <FoundPassages question={asked} language={language} audience={audience ?? 'public'} selected={id} />
            ) : (
              <ArticleList
                filter={{
                  ...(state === 'all' ? {} : { state }),
                  ...(language ? { language } : {}),
                  ...(audience ? { audience } : {}),
                }}
                selected={id}
              />
            )}
          </div>
        </div>
      }
      detail={
        id === 'new' ? (
          <NewArticle key={`new ${params.toString()}`} />
        ) : id ? (
          <ArticlePage key={id} id={id} />
        ) : (
          <EmptyNote icon="note" title={t.chooseArticle}>
            {t.chooseArticleText}
          </EmptyNote>
        )
      }
    />
  );
}
