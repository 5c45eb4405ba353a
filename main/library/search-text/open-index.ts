import { reasonMessageOf, reasonOf } from '../../errors.ts';
import { type Opened, openForWriting } from '../index/database.ts';
import { isDamage, markDamaged } from '../index/index-check.ts';
import { Store } from '../index/store.ts';
import { type MakeTextPort, type Notices, TextKeeper } from './text-keeper.ts';

type Index = Omit<Opened, 'db'> & { readonly store: Store; readonly text: TextKeeper };

/** Opens an index with its search text for writing; whichever is found damaged while opening is rebuilt. */
export function openIndex(path: string, makeText: MakeTextPort, notices: Notices): Index {
  const { db, ...opened } = openForWriting(path);
  const store = new Store(db);
  try {
    return { store, text: new TextKeeper(store, path, makeText, notices), ...opened };
  } catch (error) {
    db.close();
    if (!isDamage(error) || opened.fresh) throw error;
    markDamaged(path, reasonOf(error));
    const again = openIndex(path, makeText, notices);
    return again.fresh ? { ...again, damage: reasonMessageOf(error) } : again;
  }
}
