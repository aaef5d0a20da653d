import { clinicianStories } from '../support/states/index.ts';
import { holdEveryState } from './in-every-state.ts';

holdEveryState('[PAGE-2] [PAGE-5] [PAGE-6] clinicians’ pages', clinicianStories);
