import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { GRADE_PERMISSIONS } from '../permissions';
import { ModuleListPage } from './module-list-page';
import { ModulePage } from './module-page';

export default function GradebookPages() {
  return (
    <Page.Protect permissions={GRADE_PERMISSIONS}>
      <Routes>
        <Route index element={<ModuleListPage />} />
        <Route path=":moduleKey" element={<ModulePage />} />
        <Route path="*" element={<Page.Error />} />
      </Routes>
    </Page.Protect>
  );
}
