import type { TestService } from './castray.js';

/** How often the cluster was asked for by REST. */
export async function dashboardRequests(service: TestService): Promise<number> {
  const { requests } = await service.seen();
  return requests['/api/ray-dashboard'] ?? 0;
}
