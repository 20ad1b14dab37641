import type { Request, Response, Server } from 'restify';
import type { Services } from '#crm/services.ts';

/**
 * `/media/products/<sku>.svg`: a drawn picture of a product, by its category. The demo shop's products have these; a shop's own
 * products name a picture of their own.
 */
export function mountProductPictures(server: Server, services: Services): void {
  server.get('/media/products/:file', async (request: Request, response: Response) => {
    const sku = String(request.params.file).replace(/\.svg$/, '');
    const { products } = await services.products.catalogue();
    const product = products.find((candidate) => candidate.sku === sku);
    if (!product) {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('There is no such product.');
      return;
    }
    const { productPicture } = await import('#prisma/seed/catalogue/picture.ts');
    const picture = productPicture({ sku: product.sku, category: product.categoryKey });
    response.writeHead(200, {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Cache-Control': 'public, max-age=86400',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
    });
    response.end(picture);
  });
}
