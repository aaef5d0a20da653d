import { staffStories } from '../support/states/index.ts';
import { holdEveryState } from './in-every-state.ts';

holdEveryState('[PAGE-2] [PAGE-5] [PAGE-6] the pages of the rest of the staff', staffStories);
