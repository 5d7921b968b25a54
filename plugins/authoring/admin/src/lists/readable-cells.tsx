import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';

interface Header {
  name: string;
  attribute?: { type: string };
  cellFormatter?: (row: Row) => React.ReactNode;
}
interface ListView {
  displayedHeaders: Header[];
  layout: unknown;
}
type Row = Record<string, unknown> & { documentId: string };

/** What Strapi leads to the entry by itself, where it stands in the list. */
const LEADS_NOWHERE = ['media', 'relation', 'component', 'dynamiczone'];

function Moment({ value }: { value: string }) {
  const { formatDate } = useIntl();
  return <>{formatDate(value, { dateStyle: 'medium', timeStyle: 'short' })}</>;
}
function Choice({ value }: { value: string }) {
  const { formatMessage } = useIntl();
  return <>{formatMessage({ id: value, defaultMessage: value })}</>;
}
const CELLS: Record<string, typeof Moment | undefined> = { datetime: Moment, enumeration: Choice };

/**
 * Strapi writes days out, so wide that the last columns are cut off, and enumerations as they are stored. A column of
 * ours leads nowhere; where no other one does, the first of them does.
 */
export function readableCells(view: ListView): ListView {
  const cellOf = ({ attribute }: Header) => CELLS[attribute?.type ?? ''];
  const leads = view.displayedHeaders.some(
    (header) =>
      header.attribute &&
      !cellOf(header) &&
      !LEADS_NOWHERE.includes(header.attribute.type) &&
      !header.cellFormatter,
  );
  const leading = leads ? undefined : view.displayedHeaders.find(cellOf);
  const readable = (header: Header): Header => {
    const Cell = cellOf(header);
    if (!Cell || header.cellFormatter) return header;
    const cellFormatter = (row: Row) => {
      const value = row[header.name];
      if (typeof value !== 'string' || value === '') return <Typography textColor="neutral800">-</Typography>;
      return header === leading ? (
        <Typography
          tag={Link}
          to={row.documentId}
          textColor="neutral800"
          onClick={(event: React.MouseEvent) => event.stopPropagation()}
        >
          <Cell value={value} />
        </Typography>
      ) : (
        <Typography textColor="neutral800">
          <Cell value={value} />
        </Typography>
      );
    };
    return { ...header, cellFormatter };
  };
  return { ...view, displayedHeaders: view.displayedHeaders.map(readable) };
}
