import { Config } from '../../src/core/config/config';

const production = {
  NODE_ENV: 'production',
  BASE_URL: 'https://hub.example.org/',
  SESSION_SECRET: 'a secret of more than thirty-two characters',
};

describe('The settings', () => {
  it('have a standard for a newcomer: development, demonstration on, port 3000', () => {
    const config = Config.read({});
    expect(config).toMatchObject({ development: true, demo: true, port: 3000, web: true, worker: true });
    expect(config.baseUrl).toBe('http://localhost:3000');
  });

  it('name every one that is wrong, and what it must be', () => {
    const read = () => Config.read({ PORT: 'many', DATABASE_URL: 'mysql://x', ROLE: 'boss', DEMO: 'maybe' });
    expect(read).toThrow(/PORT must be a number/);
    expect(read).toThrow(/DATABASE_URL must be a URL that begins with postgres:/);
    expect(read).toThrow(/ROLE must be web, worker or both/);
    expect(read).toThrow(/DEMO must be on or off/);
  });

  it('take an empty one as not given', () => {
    expect(Config.read({ PORT: '', SMTP_URL: '' })).toMatchObject({ port: 3000, smtpUrl: undefined });
  });

  it('ask an operator in production for what development makes up, and leave the demonstration off', () => {
    expect(() => Config.read({ NODE_ENV: 'production' })).toThrow(/BASE_URL and SESSION_SECRET/);
    expect(Config.read(production)).toMatchObject({ demo: false, baseUrl: 'https://hub.example.org' });
    expect(Config.read({ ...production, DEMO: 'on' }).demo).toBe(true);
  });
});
