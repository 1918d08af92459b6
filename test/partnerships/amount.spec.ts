import { plain, readAmount, shareOf, sumOf } from '../../src/partnerships/amount';

describe('Amounts of money', () => {
  it.each([
    ['256208.82', '256208.82'],
    ['256.208,82', '256208.82'],
    ['256 208,82', '256208.82'],
    ['256\u00a0208,82', '256208.82'],
    ['256\u202f208,82', '256208.82'],
    ['256,208.82', '256208.82'],
    ['1 050 000', '1050000'],
    ['1.050.000', '1050000'],
    ['1,050,000', '1050000'],
    ['1.050', '1050'],
    ['10,5', '10.50'],
    ['0', '0'],
    ['007', '7'],
    ['999999999999.99', '999999999999.99'],
  ])('are read as people paste them: %s', (typed, read) => {
    expect(readAmount(typed)).toBe(read);
  });

  it.each([
    '',
    '-5',
    '1e9',
    'NaN',
    'abc',
    '1.05.000',
    '1,2345',
    '12 34,567',
    '1.234,567',
    '1000000000000',
    '١٢',
  ])('are refused when they are none: %s', (typed) => {
    expect(readAmount(typed)).toBeUndefined();
  });

  it('give shares that no binary fraction has touched', () => {
    expect(shareOf('204930.03', '256208.82')).toBe('79.99');
    expect(shareOf('51278.79', '256208.82')).toBe('20.01');
    expect(shareOf('1', '3')).toBe('33.33');
    expect(shareOf('2', '3')).toBe('66.67');
    expect(shareOf('0.05', '1000')).toBe('0.01');
    expect(shareOf('999999999999.99', '999999999999.99')).toBe('100');
    expect(shareOf('1', '0')).toBeNull();
  });

  it('add up exactly', () => {
    expect(sumOf('204930.03', '51278.79')).toBe('256208.82');
    expect(sumOf('0.10', '0.20')).toBe('0.30');
    expect(sumOf('10', '15')).toBe('25');
  });

  it('drop decimals that say nothing', () => {
    expect(plain('1050000.00')).toBe('1050000');
    expect(plain('0.50')).toBe('0.50');
  });
});
