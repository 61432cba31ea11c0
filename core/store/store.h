// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <span>
#include <vector>

#include "base/result.h"
#include "domain/operation.h"
#include "domain/touched.h"
#include "store/durable_file.h"
#include "store/key_ring.h"
#include "store/search_index.h"
#include "store/sqlite.h"

// The local store of one desk: an SQLCipher file, its key ring beside it, one write connection and a few for reading.
namespace ow::store {

enum class Access {
  readWrite,
  readOnly,    // beside whoever writes; nothing is changed
  readAndLog,  // the same, but looks are written to the access log, each in its turn with whoever writes
};
enum class Durability { full, normal };  // normal exists only for the test that proves that the crash test bites

struct Options {
  Access access = Access::readWrite;
  Durability durability = Durability::full;
  const char* vfs = nullptr;  // SQLite's name of a file system; tests put a crashing one here
};

// What a committed write touched. A case counts for its applicant and agent too: their profiles show it.
struct Announcement {
  domain::Touched<domain::PartyId> parties;
  domain::Touched<domain::CaseId> cases;
  bool services = false;  // or staff: what every list names
  bool drafts = false;
  bool conflicts = false;  // or proposals
  bool ratings = false;    // or the reviews of bad ones: they need not be about a case or a party
  bool surveys = false;    // rounds, answers, tasks
  bool tickets = false;
  bool scorecards = false;  // what is published, signed, said, wanted or reported of them

  bool isOfDraftsAlone() const {
    return drafts && !parties && !cases && !services && !conflicts && !ratings && !surveys && !tickets && !scorecards;
  }
};

class Store;

// A connection for reading, lent until it goes out of scope. Sees one snapshot per statement; use beginSnapshot() for several.
class Reader {
 public:
  Reader(Store& store, std::unique_ptr<Connection> connection) : m_store(&store), m_connection(std::move(connection)) {}
  ~Reader();
  Reader(Reader&&) = default;
  Reader& operator=(Reader&&) = delete;
  Connection& connection() const { return *m_connection; }
  // All statements until the reader goes see the same state.
  base::Result<void> beginSnapshot();

 private:
  Store* m_store;
  std::unique_ptr<Connection> m_connection;
};

enum class Indexing {
  immediate,  // search knows the change when it is committed
  deferred,   // a first load: Store::rebuildSearch afterwards; until then the store says isSearchComplete() == false
};

// One write: a transaction, what it touched, and the lock that makes writers wait for each other. One thread.
class Write {
 public:
  ~Write();
  Write(Write&&) noexcept;
  Write& operator=(Write&&) = delete;

  // Applies the operations in order and appends them to the outbox. Stops at the first that cannot be: invalidInput (fact
  // field), conflict (fact field: it no longer holds what the operation says), duplicate, notFound. Nothing is durable before
  // commit(), and a failed apply makes commit() refuse.
  base::Result<void> apply(std::span<const domain::Operation> operations);
  // Rows that are no operations: drafts, settings, access log, import bookkeeping. For the commands of this room.
  Connection& connection();
  void touchDrafts();
  // Durable when it returns success; then everybody who listens is told. outcomeUnknown: the disk failed and it may be saved
  // or not; everybody is told as well, because who reads again sees what is there. Any other error: nothing was written.
  base::Result<void> commit();

  struct Inside;  // write_inside.h, for this room only
  Inside& inside() { return *m_inside; }

 private:
  friend class Store;
  explicit Write(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> m_inside;
};

class Store {
 public:
  // A new, empty store at `path` with the newest schema; duplicate when a file is there already.
  static base::Result<std::unique_ptr<Store>> create(const std::filesystem::path& path, StoreKey key,
                                                     const Options& options = {});
  // Opens and, with Access::readWrite, brings an older schema up to date. Errors: storeMissing, storeInUse (another process
  // writes), storeTooOld, storeTooNew, storeDamaged (the key was unwrapped, so a file that does not open is damaged),
  // storeReadOnly is not an error: the store then answers isReadOnly().
  static base::Result<std::unique_ptr<Store>> open(const std::filesystem::path& path, StoreKey key,
                                                   const Options& options = {});
  ~Store();

  const std::filesystem::path& path() const { return m_path; }
  const StoreKey& key() const { return m_key; }
  bool isReadOnly() const { return m_writer == nullptr; }
  // The log holds pages that are not in the file yet. A store that is read only does not fold them in.
  bool hasPendingLog() const;

  base::Result<Reader> read();
  // Waits for the writer before it. storeReadOnly when the store is.
  base::Result<Write> write(Indexing indexing = Indexing::immediate);
  // Writes a line of the access log, which is no operation. On a store opened with Access::readAndLog it waits up to five
  // seconds for whoever writes (storeInUse then); storeReadOnly where nothing can be written.
  base::Result<void> writeLog(const std::function<base::Result<void>(Connection&)>& change);
  // One write of some operations.
  base::Result<void> commit(std::span<const domain::Operation> operations);

  bool isSearchComplete();
  // Builds the search index anew from the rows: sorted, in one transaction.
  base::Result<void> rebuildSearch(const std::function<void(double)>& progress = {});

  // Folds the write-ahead log into the file.
  base::Result<void> checkpoint();
  // After bulk loads: fresh statistics for the planner.
  base::Result<void> optimise();

  using Listener = std::function<void(const Announcement&)>;
  std::uint64_t listen(Listener listener);
  void unlisten(std::uint64_t token);

 private:
  friend class Reader;
  friend class Write;
  Store(std::filesystem::path path, StoreKey key, Options options);
  base::Result<std::unique_ptr<Connection>> connect(OpenMode mode) const;
  void giveBack(std::unique_ptr<Connection> connection);
  void announce(const Announcement& what);
  void settle();

  std::filesystem::path m_path;
  StoreKey m_key;
  Options m_options;
  bool m_isImmutable = false;
  std::unique_ptr<ProcessLock> m_lock;
  std::mutex m_writing;
  std::unique_ptr<Connection> m_writer;
  std::mutex m_lending;
  std::vector<std::unique_ptr<Connection>> m_readers;
  std::mutex m_listening;
  std::uint64_t m_nextToken = 1;
  std::vector<std::pair<std::uint64_t, Listener>> m_listeners;
};

}  // namespace ow::store
