import { type Silhouette, silhouettes } from './silhouettes.ts';

/** Background, body, dark and light of a picture; muted, and clear of each other. */
const palettes = [
  ['#e9f1ef', '#2f7d74', '#1d544e', '#cfe4df'],
  ['#f3eee4', '#b58b5a', '#7c5c37', '#f0e0c8'],
  ['#eaf0f5', '#5f86a3', '#3b5a72', '#d6e4ee'],
  ['#f1efe9', '#8a8f6a', '#5c6143', '#e2e5cd'],
  ['#f5ecea', '#b0786a', '#7a4c40', '#efd6ce'],
] as const;

const ofCategory: Record<string, Silhouette> = {
  hairCare: 'pumpBottle',
  bodyWash: 'pumpBottle',
  skinCare: 'tube',
  oralCare: 'tube',
  laundryCleaning: 'bottle',
  kitchen: 'cooker',
  airWater: 'tower',
  beddingWarmth: 'linen',
  babyCare: 'pumpBottle',
};

const ofProduct: Record<string, Silhouette> = {
  C330: 'jar',
  C340: 'dropper',
  B130: 'bottle',
  B140: 'bar',
  B160: 'pouch',
  F420: 'jar',
  F430: 'dropper',
  F450: 'jar',
  F460: 'pumpBottle',
  O510: 'brush',
  O515: 'brush',
  O540: 'flosser',
  O545: 'flosser',
  O550: 'bottle',
  L620: 'box',
  L650: 'spray',
  L660: 'box',
  L670: 'box',
  K710: 'kettle',
  K730: 'blender',
  K740: 'tower',
  K750: 'jug',
  K770: 'whisk',
  A815: 'cartridge',
  A820: 'mist',
  A860: 'fan',
  W840: 'dispenser',
  W845: 'cartridge',
  W850: 'jug',
  W855: 'cartridge',
  T930: 'pillow',
  T940: 'mat',
  T950: 'rug',
  T955: 'rug',
  T960: 'mat',
  Y120: 'tube',
  Y130: 'bottle',
  Y140: 'pouch',
  Y150: 'kettle',
  Y160: 'linen',
  Y170: 'jar',
};

/**
 * A drawing of a product as an SVG document of 240 by 240: the outline of its kind in one of the brand's colours, always
 * the same for the same stock number. Products it does not know get their category's outline. Holds nothing of the input.
 */
export function productPicture({ sku, category }: { sku: string; category: string }): string {
  const silhouette = silhouettes[ofProduct[sku] ?? ofCategory[category] ?? 'box'];
  const [ground, fill, shade, light] = palettes[paletteOf(sku)]!;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240" width="240" height="240" role="img">',
    `<style>.fill{fill:${fill}}.shade{fill:${shade};stroke:${shade};stroke-width:0}.light{fill:${light}}</style>`,
    `<rect width="240" height="240" rx="24" fill="${ground}"/>`,
    '<ellipse cx="120" cy="208" rx="72" ry="7" fill="#000" opacity=".06"/>',
    `${silhouette}</svg>`,
  ].join('');
}

function paletteOf(sku: string): number {
  let sum = 0;
  for (const letter of sku) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return sum % palettes.length;
}
