import { folderName, placeOf, type WireFolder } from '../../preload/contract/folders.ts';

/** The library's path of a file as people read it: with several folders, behind the name of its folder. */
export function filePlace(path: string, folders: readonly WireFolder[] = []): string {
  const place = placeOf(path);
  if (folders.length < 2 && place.key === '') return path;
  const folder = folders.find(({ key }) => key === place.key);
  return folder ? `${folderName(folder)}: ${place.path}` : place.path;
}
