import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { Box, Flex, Link as TextLink, Typography } from '@strapi/design-system';
import { Drag } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import {
  LOCALES,
  type InLanguages,
  type OutlineLesson,
  type TextState,
} from '../../../shared/contracts/outline';
import { editAddress } from '../edit-address';
import { LanguageStates } from '../language-states';
import { useMessage } from '../translations/use-message';
import { useLessonTitle } from './use-lesson-title';

const Row = styled.li<{ $lifted: boolean }>`
  display: flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[4]};
  padding: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[5]}`};
  position: relative;
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme, $lifted }) => ($lifted ? theme.shadows.popupShadow : 'none')};
  z-index: ${({ $lifted }) => ($lifted ? 1 : 'auto')};

  & + & {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

const Handle = styled.button`
  display: flex;
  padding: ${({ theme }) => theme.spaces[2]};
  color: ${({ theme }) => theme.colors.neutral600};
  cursor: grab;
  touch-action: none;
  border-radius: ${({ theme }) => theme.borderRadius};

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;

interface Props {
  lesson: OutlineLesson;
  place: number;
  movable: boolean;
}

export function LessonRow({ lesson, place, movable }: Props) {
  const message = useMessage();
  const { locale } = useIntl();
  const title = useLessonTitle()(lesson);
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({ id: lesson.lessonKey });
  const first = LOCALES.find((language) => language === locale && lesson.texts[language]);
  const written = first ?? LOCALES.find((language) => lesson.texts[language]) ?? 'en';
  const states = Object.fromEntries(
    LOCALES.map((language) => [language, lesson.texts[language]?.state ?? null]),
  ) as InLanguages<TextState>;

  return (
    <Row
      ref={setNodeRef}
      $lifted={isDragging}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      {movable && (
        <Handle
          type="button"
          ref={setActivatorNodeRef}
          {...attributes}
          {...listeners}
          aria-label={message('outline.handle', { title })}
        >
          <Drag aria-hidden />
        </Handle>
      )}
      <Box minWidth="2.4rem">
        <Typography textColor="neutral600" aria-hidden>
          {place}
        </Typography>
      </Box>
      <Flex flex="1" justifyContent="space-between" gap={3} wrap="wrap">
        <Box>
          <TextLink tag={Link} to={editAddress('lesson', lesson.lessonKey, written)}>
            {title}
          </TextLink>
          {lesson.minutes !== null && (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {`${lesson.minutes} min · ${lesson.slug}`}
            </Typography>
          )}
        </Box>
        <LanguageStates
          states={states}
          title={title}
          address={(language) => editAddress('lesson', lesson.lessonKey, language)}
        />
      </Flex>
    </Row>
  );
}
