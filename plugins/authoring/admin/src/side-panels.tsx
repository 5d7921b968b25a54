import { LinkButton, Typography } from '@strapi/design-system';
import { useRBAC } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { ChecklistPanel } from './checklist/checklist-panel';
import { AUTHOR_PERMISSIONS } from './permissions';
import { PLUGIN_ID } from './plugin-id';
import { useMessage } from './translations/use-message';

interface Shown {
  model: string;
  documentId?: string;
  activeTab: string;
  document?: { documentId?: string; locale?: string | null; updatedAt?: string };
}

const TYPES: Record<string, 'module' | 'lesson'> = {
  'api::module.module': 'module',
  'api::lesson.lesson': 'lesson',
};

/** Beside the form of a saved module or lesson: what is to be seen to before it is published. */
export function checklistSidePanel({ model, documentId, document, activeTab }: Shown) {
  const message = useMessage();
  const { isLoading, allowedActions } = useRBAC(AUTHOR_PERMISSIONS as never);
  const type = TYPES[model];
  const locale = document?.locale;
  if (!type || !documentId || !document?.documentId || !locale || activeTab === 'published') return null;
  if (isLoading || !allowedActions.canAuthor) return null;
  return {
    title: message('checklist.title'),
    content: (
      <ChecklistPanel
        type={type}
        documentId={documentId}
        locale={locale}
        version={document.updatedAt ?? ''}
      />
    ),
  };
}

/** Beside the form of a module: the way to its lessons. */
export function lessonsSidePanel({ model, documentId, document }: Shown) {
  const message = useMessage();
  const { isLoading, allowedActions } = useRBAC(AUTHOR_PERMISSIONS as never);
  if (TYPES[model] !== 'module' || !documentId || !document?.documentId) return null;
  if (isLoading || !allowedActions.canAuthor) return null;
  return {
    title: message('lessons.title'),
    content: (
      <>
        <Typography textColor="neutral800">{message('lessons.text')}</Typography>
        <LinkButton tag={Link} to={`/plugins/${PLUGIN_ID}/${documentId}`} variant="secondary" fullWidth>
          {message('lessons.open')}
        </LinkButton>
      </>
    ),
  };
}
