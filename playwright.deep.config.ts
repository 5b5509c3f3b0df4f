// `npm run test:deep`: every test on http and on file, and all that `npm test` tries some of.
process.env.DAFU_DEEP = '1';
const { default: config } = await import('./playwright.config.ts');
export default config;
