import { expect } from '@open-wc/testing';
import { formatsFor } from '../../src/text/formats.js';

describe('figures as people write them', () => {
  const en = formatsFor('en');
  const zh = formatsFor('zh-CN');

  it('shares: one decimal below 10 %, where it matters', () => {
    expect([0, 7.6, 9.94, 9.96, 42.4, 100].map(en.percent)).to.deep.equal([
      '0%',
      '7.6%',
      '9.9%',
      '10%',
      '42%',
      '100%',
    ]);
  });

  it('shares: 100 % only of what is full, but for what sums lose', () => {
    const sum = 100 - 2e-14;
    expect([99.4, 99.6, 99.99999, sum].map(en.percent)).to.deep.equal([
      '99%',
      '99%',
      '99%',
      '100%',
    ]);
  });

  it('bytes: the largest binary unit that leaves at least 1', () => {
    expect([0, 512, 1024, 550 * 2 ** 20, 23.5 * 2 ** 30, 2 ** 60].map(en.bytes)).to.deep.equal([
      '0 B',
      '512 B',
      '1 KiB',
      '550 MiB',
      '23.5 GiB',
      '1,024 PiB',
    ]);
    expect([2 ** 20 - 1, 2 ** 30 - 1].map(en.bytes), 'not 1,024').to.deep.equal(['1 MiB', '1 GiB']);
  });

  it('used of total: both in the unit of the total, but for less than 1 of that', () => {
    const used = (amount: number, total: number) => en.bytesPair(amount, total).used;
    expect(en.bytesPair(2 ** 30, 2 ** 31)).to.deep.equal({ used: '1', total: '2 GiB' });
    expect(en.bytesPair('unknown', 2 ** 31)).to.deep.equal({ used: undefined, total: '2 GiB' });
    expect(used(42.3 * 2 ** 30, 1.4 * 2 ** 40)).to.equal('42.3 GiB');
    expect(used(2 ** 29, 2 ** 31)).to.equal('512 MiB');
    expect(used(0, 2 ** 31)).to.equal('0');
  });

  it('what is more than 0 never reads 0', () => {
    expect([0, 0.01, 0.049, 0.05].map(en.number)).to.deep.equal(['0', '<0.1', '<0.1', '0.1']);
    expect([0.01, 0.05].map(en.percent)).to.deep.equal(['<0.1%', '0.1%']);
    expect(en.bytes(0.01)).to.equal('<0.1 B');
  });

  it('ages: in the largest fitting unit, and in the language', () => {
    expect([0, 12_999, 3 * 60_000, 5 * 3_600_000, 49 * 3_600_000].map(en.ago)).to.deep.equal([
      'now',
      '12 seconds ago',
      '3 minutes ago',
      '5 hours ago',
      '2 days ago',
    ]);
    expect([0, 12_000, 3 * 60_000, 5 * 3_600_000].map(zh.ago)).to.deep.equal([
      '刚刚',
      '12 秒前',
      '3 分钟前',
      '5 小时前',
    ]);
  });

  it('ages: in whole days, which are not those of the calendar', () => {
    const [one, two] = [47 * 3_600_000, 71 * 3_600_000]; // from late on Monday
    expect([one, two].map(en.ago)).to.deep.equal(['1 day ago', '2 days ago']);
    expect([one, two].map((ms) => zh.ago(ms))).to.deep.equal(['1 天前', '2 天前']);
  });

  it('times: with their day once that is not today', () => {
    const now = new Date();
    expect(en.time(now.getTime())).to.match(/^\d{1,2}:\d\d:\d\d\s[AP]M$/);
    const earlier = [1, 5].map((days) => new Date(now).setDate(now.getDate() - days));
    const [one, other] = earlier.map(en.time);
    expect(one)
      .to.match(/^[A-Z][a-z]{2} \d{1,2}, \d{4}, \d{1,2}:\d\d\s[AP]M$/)
      .and.not.equal(other);
    expect(zh.time(earlier[0]!)).to.match(/^\d{4}年\d{1,2}月\d{1,2}日 \d{1,2}:\d\d$/);
  });

  it('names: in natural order', () => {
    expect(['node 10', 'Node 2', 'node 1'].sort(en.compare)).to.deep.equal([
      'node 1',
      'Node 2',
      'node 10',
    ]);
  });
});
