const upload = /^(?:https?:\/\/[^/]+)?\/v3\/directline\/attachments\/([\w-]{1,64})(?:[?#].*)?$/;

/**
 * Where staff finds a file that a customer sent: the customer's own address needs the customer's token, staff is let in by the
 * session. Other addresses stay as they are.
 */
export function staffAddress(url: string): string {
  const id = upload.exec(url)?.[1];
  return id ? `/api/v1/uploads/${id}` : url;
}
