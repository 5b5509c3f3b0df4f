import { housingTopics } from './housing-topics.ts';
import { learningTopics } from './learning-topics.ts';
import { ruralTopics } from './rural-topics.ts';
import type { Topic } from './topic.ts';
import { welfareTopics } from './welfare-topics.ts';

/** What the letters of the demonstration are about. */
export const topics: readonly Topic[] = [
  ...housingTopics,
  ...welfareTopics,
  ...learningTopics,
  ...ruralTopics,
];
