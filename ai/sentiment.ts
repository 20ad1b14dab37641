import { FeatureSpace } from './classifier/featureSpace.ts';
import { toProbabilities } from './classifier/learning.ts';
import { Softmax } from './classifier/softmax.ts';
import { atOnce } from './classifier/steps.ts';
import type { Sentiment } from './reading.ts';
import { sentimentExamples } from './sentiment/examples.ts';
import { lexiconFeeling } from './sentiment/lexicon.ts';

const labels = ['negative', 'neutral', 'positive'] as const;

/** Beyond this the feeling has a direction. */
const CLEAR = 0.25;

let model: { space: FeatureSpace; softmax: Softmax } | undefined;

/** The model of feeling, trained from our own examples on first use (some 30 ms). */
function trained(): { space: FeatureSpace; softmax: Softmax } {
  if (model) return model;
  const texts = labels.flatMap((label) => sentimentExamples[label]);
  const classes = Uint32Array.from(labels.flatMap((label, k) => sentimentExamples[label].map(() => k)));
  const space = atOnce(FeatureSpace.of(texts));
  const rows = classes.map((_, row) => row);
  const softmax = atOnce(
    Softmax.train({ vectors: space.training, labels: classes, classes: labels.length, features: space.size, rows }),
  );
  model = { space, softmax };
  return model;
}

/** How a customer feels, from words of feeling and from how such messages sound; works without data or network. */
export function readSentiment(text: string): Sentiment {
  const { space, softmax } = trained();
  const [negative, , positive] = toProbabilities(softmax.logits(space.read(text)));
  const { score: words, count } = lexiconFeeling(text);
  const sound = positive! - negative!;
  const raw = count > 0 ? 0.6 * words + 0.4 * sound : 0.8 * sound;
  const score = Math.round(Math.max(-1, Math.min(1, raw)) * 100) / 100;
  return { label: score > CLEAR ? 'positive' : score < -CLEAR ? 'negative' : 'neutral', score };
}
