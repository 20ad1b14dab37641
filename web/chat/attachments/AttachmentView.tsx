import type { Activity, Attachment } from '../directLine/activity.ts';
import { ratingType } from '../lines.ts';
import { AdaptiveCardView } from './AdaptiveCardView.tsx';
import { FileLink } from './FileLink.tsx';
import { HeroCard } from './HeroCard.tsx';
import { Picture } from './Picture.tsx';
import { ProductCard } from './ProductCard.tsx';
import { RatingCard } from './RatingCard.tsx';

/** Pictures that every browser can show; the rest (HEIC, SVG …) is offered as a file. */
const shownHere = /^image\/(png|jpeg|gif|webp|avif)$/;

/** Shows an attachment by its content type; what is unknown is a link, or nothing where there is no address. */
export function AttachmentView({ attachment, activity }: { attachment: Attachment; activity: Activity }) {
  const { contentType, content } = attachment;
  switch (contentType) {
    case 'application/vnd.zhiyin.product+json':
      return <ProductCard content={content} />;
    case 'application/vnd.microsoft.card.hero':
    case 'application/vnd.microsoft.card.thumbnail':
      return <HeroCard content={content} />;
    case 'application/vnd.microsoft.card.adaptive':
      return <AdaptiveCardView content={content} />;
    case ratingType:
      return <RatingCard content={content} activity={activity} />;
    default:
      return shownHere.test(contentType) ? <Picture attachment={attachment} /> : <FileLink attachment={attachment} />;
  }
}
