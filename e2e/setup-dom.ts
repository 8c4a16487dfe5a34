// Every DOM test gets an IndexedDB of its own process.
import 'fake-indexeddb/auto';
