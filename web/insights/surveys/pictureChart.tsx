import { Button } from 'antd';
import type { EChartsCoreOption } from 'echarts/core';
import { type ReactNode, useRef } from 'react';
import { useTexts } from '../../desk/frame/language.tsx';
import { useTheme } from '../../desk/frame/theme.tsx';
import { Chart } from '../charts/chart.tsx';
import { surveyReportTexts } from '../i18n/surveys.ts';

interface Props {
  option: EChartsCoreOption;
  height: number;
  label: string;
  /** What the file is called. */
  name: string;
}

/** A chart that can be taken along as a picture. */
export function PictureChart({ name, ...chart }: Props): ReactNode {
  const t = useTexts(surveyReportTexts);
  const { palette } = useTheme();
  const place = useRef<HTMLDivElement>(null);
  const take = async (): Promise<void> => {
    const drawn = place.current?.querySelector('svg');
    if (drawn) save(await pngOf(drawn, palette.color('surface')), `${name}.png`);
  };
  return (
    <div className="picture-chart">
      <div ref={place}>
        <Chart {...chart} />
      </div>
      <Button size="small" onClick={() => void take()}>
        {t.png}
      </Button>
    </div>
  );
}

/** The drawing in twice its size, on the colour of its card. */
async function pngOf(drawn: SVGSVGElement, ground: string): Promise<Blob> {
  const { width, height } = drawn.getBoundingClientRect();
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = ground;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('No picture came of it.'))), 'image/png');
  });
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
