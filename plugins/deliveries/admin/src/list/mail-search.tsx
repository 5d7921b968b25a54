import { Searchbar, SearchForm } from '@strapi/design-system';
import { useState } from 'react';
import { useMessage } from '../translations/use-message';

/** Finds by address or subject; Enter starts it. */
export function MailSearch({ onSearch }: { onSearch(words: string): void }) {
  const message = useMessage();
  const [typed, setTyped] = useState('');
  return (
    <SearchForm
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(typed.trim());
      }}
    >
      <Searchbar
        name="search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onClear={() => {
          setTyped('');
          onSearch('');
        }}
        clearLabel={message('list.search.clear')}
        placeholder={message('list.search')}
      >
        {message('list.search')}
      </Searchbar>
    </SearchForm>
  );
}
