import type { Announcements, UniqueIdentifier } from '@dnd-kit/core';
import type { OutlineLesson } from '../../../shared/contracts/outline';
import { useMessage, type MessageKey } from '../translations/use-message';
import { useLessonTitle } from './use-lesson-title';

/** What a screen reader says while a lesson is moved. */
export function useDragWords(lessons: OutlineLesson[]) {
  const message = useMessage();
  const titleOf = useLessonTitle();
  const say = (key: MessageKey, id: UniqueIdentifier, at: UniqueIdentifier | undefined = id) => {
    const lesson = lessons.find(({ lessonKey }) => lessonKey === id);
    const place = lessons.findIndex(({ lessonKey }) => lessonKey === at) + 1;
    return lesson && message(key, { title: titleOf(lesson), place, count: lessons.length });
  };
  const announcements: Announcements = {
    onDragStart: ({ active }) => say('drag.lifted', active.id),
    onDragOver: ({ active, over }) => say('drag.over', active.id, over?.id),
    onDragEnd: ({ active, over }) => say('drag.dropped', active.id, over?.id),
    onDragCancel: ({ active }) => say('drag.cancelled', active.id),
  };
  return { announcements, screenReaderInstructions: { draggable: message('drag.instructions') } };
}
