import { CastrayClusterSummary } from '../elements/castray-cluster-summary/castray-cluster-summary.js';
import { define } from './define.js';

define('castray-cluster-summary', CastrayClusterSummary);

export { CastrayClusterSummary };
