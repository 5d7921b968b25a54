import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { DetailPage } from '../detail/detail-page';
import { IssuePage } from '../issuing/issue-page';
import { RunPage } from '../issuing/run-page';
import { ListPage } from '../list/list-page';
import { permissionsFor } from '../permissions';

export default function CertificatePages() {
  return (
    <Page.Protect permissions={permissionsFor('read')}>
      <Routes>
        <Route index element={<ListPage />} />
        <Route
          path="issue"
          element={
            <Page.Protect permissions={permissionsFor('issue')}>
              <IssuePage />
            </Page.Protect>
          }
        />
        <Route
          path="runs/:id"
          element={
            <Page.Protect permissions={permissionsFor('issue')}>
              <RunPage />
            </Page.Protect>
          }
        />
        <Route path=":id" element={<DetailPage />} />
        <Route path="*" element={<Page.Error />} />
      </Routes>
    </Page.Protect>
  );
}
