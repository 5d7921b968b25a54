import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { FEEDBACK_MAX_LENGTH, type ImportReport } from '../../../shared/contracts/gradebook';
import { writeMark } from '../../../shared/read-mark';
import { BodyRow, Cell, ColumnHeading, PlainTable, TableFrame } from '../marks-table/table-parts';
import { useMessage } from '../translations/use-message';

/** What is wrong with a file, row by row; or, where nothing is, what it changes. */
export function ImportReportView({ report }: { report: ImportReport }) {
  const message = useMessage();
  const { locale } = useIntl();
  const { changed, changes, problems, rows, wrong } = report;
  const mark = (value: number | null): string =>
    value === null ? message('history.empty-mark') : writeMark(value, locale);

  if (wrong > 0) {
    return (
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography textColor="danger600">{message('import.problems', { count: wrong })}</Typography>
        <Table
          label={message('import.problems', { count: wrong })}
          headings={[message('import.row'), message('import.problem'), message('import.cell')]}
          rows={problems.map(({ row, problem, cell }) => [
            row === null ? '' : String(row),
            message(`import.problem.${problem}`, { longest: FEEDBACK_MAX_LENGTH }),
            cell,
          ])}
          more={wrong - problems.length}
        />
      </Flex>
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography textColor="neutral800">{message('import.summary', { rows, changed })}</Typography>
      {changed > 0 && (
        <Table
          label={message('import.summary', { rows, changed })}
          headings={[
            message('column.student'),
            message('history.from'),
            message('history.to'),
            message('column.feedback'),
          ]}
          rows={changes.map(({ student, from, to, feedback }) => [
            student,
            mark(from),
            mark(to),
            feedback ?? '',
          ])}
          more={changed - changes.length}
        />
      )}
    </Flex>
  );
}

interface TableProps {
  label: string;
  headings: string[];
  rows: string[][];
  /** How many are not shown. */
  more: number;
}

function Table({ label, headings, rows, more }: TableProps) {
  const message = useMessage();
  return (
    <TableFrame aria-label={label}>
      <PlainTable>
        <thead>
          <tr>
            {headings.map((heading) => (
              <ColumnHeading key={heading} scope="col">
                <Typography variant="sigma" textColor="neutral600">
                  {heading}
                </Typography>
              </ColumnHeading>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            <BodyRow key={index}>
              {cells.map((text, column) => (
                <Cell key={column}>
                  <Typography textColor="neutral800">{text}</Typography>
                </Cell>
              ))}
            </BodyRow>
          ))}
        </tbody>
      </PlainTable>
      {more > 0 && (
        <Box padding={3}>
          <Typography textColor="neutral600">{message('import.more', { count: more })}</Typography>
        </Box>
      )}
    </TableFrame>
  );
}
