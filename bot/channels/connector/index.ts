export { type ConnectorParts, createConnector } from './connector.ts';
