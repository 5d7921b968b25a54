import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { DetailPage } from '../detail/detail-page';
import { ListPage } from '../list/list-page';
import { permissionsFor } from '../permissions';
import { WorkPage } from '../background-work/work-page';

export default function DeliveryPages() {
  return (
    <Page.Protect permissions={permissionsFor('read')}>
      <Routes>
        <Route index element={<ListPage />} />
        <Route
          path="work"
          element={
            <Page.Protect permissions={permissionsFor('resend')}>
              <WorkPage />
            </Page.Protect>
          }
        />
        <Route path=":id" element={<DetailPage />} />
        <Route path="*" element={<Page.Error />} />
      </Routes>
    </Page.Protect>
  );
}
