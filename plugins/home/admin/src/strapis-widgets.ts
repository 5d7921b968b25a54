import type { StrapiApp } from '@strapi/strapi/admin';

type Widgets = StrapiApp['widgets']['widgets'];

/** They list marks and progress by the keys of their rows; `writing` says the same of modules and lessons, by name. */
const REPLACED = ['last-edited-entries', 'last-published-entries'];
/** How many tokens and content types there are: for who looks after the application. */
const OF_THE_APPLICATION = ['key-statistics', 'chart-entries'];
const ADMINISTRATORS = [{ action: 'admin::users.read', subject: null }] as never;

/** What of Strapi's own widgets stays, and for whom. */
export const strapisWidgets = (widgets: Widgets): Widgets =>
  widgets
    .filter(({ id }) => !REPLACED.includes(id))
    .map((widget) =>
      OF_THE_APPLICATION.includes(widget.id) ? { ...widget, permissions: ADMINISTRATORS } : widget,
    );
