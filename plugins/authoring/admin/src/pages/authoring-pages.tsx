import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { AUTHOR_PERMISSIONS } from '../permissions';
import { ModuleListPage } from './module-list-page';
import { OutlinePage } from './outline-page';

export default function AuthoringPages() {
  return (
    <Page.Protect permissions={AUTHOR_PERMISSIONS}>
      <Routes>
        <Route index element={<ModuleListPage />} />
        <Route path=":moduleKey" element={<OutlinePage />} />
        <Route path="*" element={<Page.Error />} />
      </Routes>
    </Page.Protect>
  );
}
