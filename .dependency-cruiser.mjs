import config from './.dependency-cruiser.json' with { type: 'json' };
export default config;
