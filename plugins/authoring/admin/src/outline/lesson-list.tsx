import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { useEffect, useState } from 'react';
import { styled } from 'styled-components';
import type { OutlineLesson } from '../../../shared/contracts/outline';
import { LessonRow } from './lesson-row';
import { useDragWords } from './use-drag-words';

const List = styled.ol`
  background: ${({ theme }) => theme.colors.neutral0};
  border-radius: ${({ theme }) => theme.borderRadius};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};
`;

interface Props {
  lessons: OutlineLesson[];
  movable: boolean;
  /** Told the whole new order. The list shows it until it gets new lessons. */
  onReorder(lessonKeys: string[]): void;
}

/** The lessons in their order, moved with the pointer or the keyboard. */
export function LessonList({ lessons, movable, onReorder }: Props) {
  const [shown, setShown] = useState(lessons);
  useEffect(() => setShown(lessons), [lessons]);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const words = useDragWords(shown);

  function drop({ active, over }: DragEndEvent) {
    const keys = shown.map(({ lessonKey }) => lessonKey);
    const [from, to] = [keys.indexOf(String(active.id)), keys.indexOf(String(over?.id))];
    if (from < 0 || to < 0 || from === to) return;
    const moved = arrayMove(shown, from, to);
    setShown(moved);
    onReorder(moved.map(({ lessonKey }) => lessonKey));
  }

  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} accessibility={words} onDragEnd={drop}>
      <SortableContext
        items={shown.map(({ lessonKey }) => lessonKey)}
        strategy={verticalListSortingStrategy}
        disabled={!movable}
      >
        <List>
          {shown.map((lesson, index) => (
            <LessonRow key={lesson.lessonKey} lesson={lesson} place={index + 1} movable={movable} />
          ))}
        </List>
      </SortableContext>
    </DndContext>
  );
}
