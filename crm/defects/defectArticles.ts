import type { Client, Defect } from '#prisma/client.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { inLanguage, type Localized } from '../localized.ts';
import { formatDefect } from './defect.ts';

const words = {
  zh: { title: (product: string) => `${product}：已改进的问题`, batches: '涉及批次', label: '标签提示' },
  en: {
    title: (product: string) => `${product}: a problem that is fixed`,
    batches: 'Batches concerned',
    label: 'On the label',
  },
};

/** Writes what was learnt as an article in both languages, from which the bot may answer; gives the Chinese one's id. */
export async function defectArticles(
  client: Client,
  knowledge: Knowledge,
  { defect, fix, labelNote, staffId }: { defect: Defect; fix: Localized; labelNote: Localized | null; staffId: string },
): Promise<string> {
  const product = defect.productId ? await client.product.findUnique({ where: { id: defect.productId } }) : null;
  const save = async (language: 'zh' | 'en') => {
    const said = words[language];
    const name = product ? inLanguage(product.name as Localized, language) : defect.title;
    const parts = [
      fix[language],
      ...(defect.affectedBatches.length > 0 ? [`${said.batches}: ${defect.affectedBatches.join(', ')}`] : []),
      ...(labelNote ? [`${said.label}: ${labelNote[language]}`] : []),
    ];
    const { id } = await knowledge.save(
      {
        slug: formatDefect(defect.number).toLowerCase(),
        language,
        kind: 'safety',
        title: said.title(name),
        body: parts.join('\n\n'),
        productSkus: product ? [product.sku] : [],
        published: true,
        audience: 'public',
        validUntil: null,
        ownerId: staffId,
      },
      staffId,
    );
    return id;
  };
  const id = await save('zh');
  await save('en');
  return id;
}
