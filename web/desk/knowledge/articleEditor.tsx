import { Alert, App, Button, Form, Input, Popconfirm, Segmented, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Article, Reasked } from '../api.ts';
import { Markdown } from '../conversations/markdown.tsx';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { useMay } from '../frame/session.tsx';
import { articleKindNames, audienceNames, knowledgeTexts } from '../i18n/knowledge.ts';
import { languageNames } from '../i18n/names.ts';
import { useRemoveArticle, useSaveArticle } from '../queries/knowledge.ts';
import { useStaffList } from '../queries/settings.ts';

/** What the editor begins with; `version` 0: a new article. */
export interface ArticleStart extends Omit<Article, 'id' | 'updatedAt' | 'savedBy'> {
  id: string | null;
}

interface Fields {
  slug: string;
  language: string;
  kind: string;
  title: string;
  body: string;
  productSkus: string[];
  audience: string;
  validUntil: string;
  ownerId: string | undefined;
}

interface Props {
  start: ArticleStart;
  /** The text in the other language, to read while translating. */
  original?: Article | undefined;
  onSaved(article: Article, reasked: Reasked[] | null): void;
}

const choices = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));

/** Writes an article in Markdown, with a preview; saved as a draft or published. */
export function ArticleEditor({ start, original, onSaved }: Props): ReactNode {
  const t = useTexts(knowledgeTexts);
  const languages = useTexts(languageNames);
  const kinds = useTexts(articleKindNames);
  const audiences = useTexts(audienceNames);
  const problemText = useProblemText();
  const mayManage = useMay('manager');
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const [view, setView] = useState<'write' | 'preview'>('write');
  const body = Form.useWatch('body', form) ?? start.body;
  const staff = useStaffList();
  const save = useSaveArticle();
  const remove = useRemoveArticle(start.id ?? '');

  const send = async (published: boolean): Promise<void> => {
    const fields = await form.validateFields().catch(() => null);
    if (!fields) return;
    const { validUntil, ownerId, ...text } = fields;
    save.mutate(
      {
        ...text,
        published,
        validUntil: validUntil ? new Date(`${validUntil}T23:59:59`).toISOString() : null,
        ownerId: ownerId ?? null,
        basedOn: start.version,
      },
      {
        onSuccess: ({ article, reasked }) => {
          void message.success(published ? t.publishedNow : t.saved);
          onSaved(article, reasked);
        },
      },
    );
  };

  const people = (staff.data?.items ?? [])
    .filter(({ active }) => active)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form<Fields>
      form={form}
      className="block article-form"
      layout="vertical"
      disabled={!mayManage}
      initialValues={{ ...start, validUntil: start.validUntil?.slice(0, 10) ?? '', ownerId: start.owner?.id }}
    >
      {original && (
        <details className="sources" open>
          <summary>{original.title}</summary>
          <Markdown text={original.body} />
        </details>
      )}
      <Form.Item name="title" label={t.title} extra={t.titleHint} rules={[{ required: true, max: 200 }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Segmented
        className="article-view"
        aria-label={t.body}
        value={view}
        options={[
          { value: 'write', label: t.write },
          { value: 'preview', label: t.preview },
        ]}
        onChange={setView}
      />
      {view === 'preview' && (
        <div className="article-preview">
          <Markdown text={body} />
        </div>
      )}
      <Form.Item name="body" label={t.body} extra={t.bodyHint} hidden={view === 'preview'} rules={[{ required: true }]}>
        <Input.TextArea autoSize={{ minRows: 8, maxRows: 24 }} maxLength={50_000} />
      </Form.Item>
      <div className="article-fields">
        <Form.Item name="kind" label={t.kind}>
          <Select options={choices(kinds)} />
        </Form.Item>
        <Form.Item name="audience" label={t.audience}>
          <Select options={choices(audiences)} />
        </Form.Item>
        <Form.Item name="validUntil" label={t.validUntil} extra={t.validHint}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="ownerId" label={t.owner} extra={t.ownerHint}>
          <Select allowClear showSearch optionFilterProp="label" options={people} />
        </Form.Item>
        <Form.Item name="productSkus" label={t.products} extra={t.productsHint}>
          <Select mode="tags" tokenSeparators={[',', ' ', '，', '、']} open={false} suffixIcon={null} />
        </Form.Item>
        <Form.Item name="language" label={t.language}>
          <Select disabled={start.version > 0} options={choices(languages)} />
        </Form.Item>
        <Form.Item
          name="slug"
          label={t.slug}
          extra={t.slugHint}
          rules={[{ required: true, pattern: /^[a-z0-9]+(?:-[a-z0-9]+)*$/, message: t.slugHint }]}
        >
          <Input disabled={start.version > 0} maxLength={120} />
        </Form.Item>
      </div>
      {save.error && <Alert type="error" title={problemText(save.error)} showIcon role="alert" />}
      {mayManage ? (
        <div className="form-buttons">
          {start.id && (
            <Popconfirm
              title={t.removeSure}
              description={t.removeText}
              okText={t.remove}
              cancelText={t.cancel}
              onConfirm={() => remove.mutate(undefined, { onSuccess: () => void navigate('/articles') })}
            >
              <Button danger type="text">
                {t.remove}
              </Button>
            </Popconfirm>
          )}
          <Button onClick={() => void send(false)} loading={save.isPending && save.variables?.published === false}>
            {start.published ? t.withdraw : t.saveDraft}
          </Button>
          <Button
            type="primary"
            onClick={() => void send(true)}
            loading={save.isPending && save.variables?.published === true}
          >
            {t.publish}
          </Button>
        </div>
      ) : (
        <p className="soft">{t.onlyManagers}</p>
      )}
    </Form>
  );
}
