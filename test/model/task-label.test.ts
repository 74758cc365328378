import { expect } from '@open-wc/testing';
import { taskLabel } from '../../src/model/task-label.js';
import { capturedReports } from '../support/captures.js';

describe("CastRay's task words", () => {
  it('become labels that can be translated', () => {
    const words = ['CPU密集任务', '内存密集任务', 'GPU计算任务', '集群管理', '空闲'];
    expect(words.map(taskLabel)).to.deep.equal([
      'cpu-intensive',
      'memory-intensive',
      'gpu-computing',
      'cluster-management',
      'idle',
    ]);
  });

  it('are all known in the captured frames', async () => {
    for (const { nodes } of await capturedReports('ws-node-joins-under-load.ndjson')) {
      const labels = nodes.flatMap((node) => node.taskLabels);
      expect(labels.filter((label) => typeof label !== 'string')).to.deep.equal([]);
      expect(labels).to.include('cluster-management');
    }
  });

  it('stay as they are where they are new', () => {
    expect(taskLabel('编队飞行')).to.deep.equal({ text: '编队飞行' });
  });
});
