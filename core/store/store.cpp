// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include <unistd.h>

#include <algorithm>

#include "store/bulk_filling.h"
#include "store/migration.h"

namespace ow::store {

using base::ErrorKind;
using base::Result;

namespace {

constexpr std::size_t kReadersKept = 4;

// An empty or foreign file must not be taken for a new store.
Result<void> checkFile(const std::filesystem::path& path) {
  std::error_code code;
  if (!std::filesystem::exists(path, code)) return base::fail(ErrorKind::storeMissing);
  if (!std::filesystem::is_regular_file(path, code)) return base::fail(ErrorKind::ioFailure, {{"operation", "not_a_file"}});
  if (std::filesystem::file_size(path, code) < 512) return base::fail(ErrorKind::storeDamaged, {{"detail", "too_short"}});
  return base::success();
}

bool isWritable(const std::filesystem::path& path) {
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  return ::access(path.c_str(), W_OK) == 0 && ::access(folder.c_str(), W_OK) == 0;
}

}  // namespace

Reader::~Reader() {
  if (m_connection != nullptr) m_store->giveBack(std::move(m_connection));
}

Result<void> Reader::beginSnapshot() {
  return m_connection->execute("BEGIN");
}

Store::Store(std::filesystem::path path, StoreKey key, Options options)
    : m_path(std::move(path)), m_key(std::move(key)), m_options(options) {}

Store::~Store() {
  if (m_writer != nullptr) (void)checkpoint();
}

Result<std::unique_ptr<Connection>> Store::connect(OpenMode mode) const {
  OW_TRY(auto connection, Connection::open(m_path.string(), m_key.bytes(), mode, m_options.vfs));
  if (mode == OpenMode::readWrite && m_options.durability == Durability::normal)
    OW_TRYV(connection->execute("PRAGMA synchronous = NORMAL"));
  return connection;
}

Result<std::unique_ptr<Store>> Store::create(const std::filesystem::path& path, StoreKey key, const Options& options) {
  std::error_code code;
  if (std::filesystem::exists(path, code)) return base::fail(ErrorKind::duplicate, {{"entity", "store"}});
  OW_TRY(auto lock, ProcessLock::take(path));
  {
    OW_TRY(auto connection, Connection::open(path.string(), key.bytes(), OpenMode::create, options.vfs));
    OW_TRYV(migrate(*connection));
  }
  std::unique_ptr<Store> store(new Store(path, std::move(key), options));
  store->m_lock = std::make_unique<ProcessLock>(std::move(lock));
  OW_TRY(store->m_writer, store->connect(OpenMode::readWrite));
  return store;
}

Result<std::unique_ptr<Store>> Store::open(const std::filesystem::path& path, StoreKey key, const Options& options) {
  if (options.vfs == nullptr) OW_TRYV(checkFile(path));
  std::unique_ptr<Store> store(new Store(path, std::move(key), options));
  const bool canWrite = options.access == Access::readWrite && (options.vfs != nullptr || isWritable(path));
  if (!canWrite) {
    // On a read-only disk SQLite cannot make the shared-memory file of the log: without a log the file is as it is.
    store->m_isImmutable = !isWritable(path) && !std::filesystem::exists(path.string() + "-wal");
    OW_TRY(auto reader, store->read());
    OW_TRYV(checkVersion(reader.connection()));
    return store;
  }
  OW_TRY(auto lock, ProcessLock::take(path));
  store->m_lock = std::make_unique<ProcessLock>(std::move(lock));
  OW_TRY(auto writer, store->connect(OpenMode::readWrite));
  OW_TRYV(migrate(*writer));
  store->m_writer = std::move(writer);
  OW_TRYV(endBulkFilling(*store));
  if (!store->isSearchComplete()) OW_TRYV(store->rebuildSearch());
  return store;
}

bool Store::hasPendingLog() const {
  std::error_code none;
  const auto size = std::filesystem::file_size(m_path.string() + "-wal", none);
  return !none && size > 0;
}

void Store::settle() {
  const std::unique_lock lock(m_writing, std::try_to_lock);  // who is writing now settles it by that
  if (lock.owns_lock()) (void)m_writer->settle();
}

Result<void> Store::writeLog(const std::function<Result<void>(Connection&)>& change) {
  if (m_writer != nullptr) {
    OW_TRY(auto write, this->write());
    OW_TRYV(change(write.connection()));
    return write.commit();
  }
  if (m_options.access != Access::readAndLog || !isWritable(m_path)) return base::fail(ErrorKind::storeReadOnly);
  OW_TRY(auto connection, connect(OpenMode::readWrite));
  OW_TRY(auto transaction, Transaction::begin(*connection));
  OW_TRYV(change(*connection));
  return transaction.commit();
}

Result<Reader> Store::read() {
  if (m_writer != nullptr && m_writer->isUnsettled()) settle();
  {
    const std::scoped_lock guard(m_lending);
    if (!m_readers.empty()) {
      auto connection = std::move(m_readers.back());
      m_readers.pop_back();
      return Reader(*this, std::move(connection));
    }
  }
  OW_TRY(auto connection, connect(m_isImmutable ? OpenMode::immutable : OpenMode::readOnly));
  return Reader(*this, std::move(connection));
}

void Store::giveBack(std::unique_ptr<Connection> connection) {
  if (connection->inTransaction()) (void)connection->execute("ROLLBACK");
  const std::scoped_lock guard(m_lending);
  if (m_readers.size() < kReadersKept) m_readers.push_back(std::move(connection));
}

Result<void> Store::commit(std::span<const domain::Operation> operations) {
  OW_TRY(auto write, this->write());
  OW_TRYV(write.apply(operations));
  return write.commit();
}

bool Store::isSearchComplete() {
  auto reader = read();
  if (!reader) return false;
  const auto stale = reader.value().connection().integer("SELECT count(*) FROM desk_state WHERE name = 'search_stale'");
  return stale && stale.value() == 0;
}

Result<void> Store::rebuildSearch(const std::function<void(double)>& progress) {
  if (m_writer == nullptr) return base::fail(ErrorKind::storeReadOnly);
  const std::scoped_lock guard(m_writing);
  OW_TRY(auto transaction, Transaction::begin(*m_writer));
  OW_TRYV(rebuildSearchIndex(*m_writer, progress));
  OW_TRYV(m_writer->execute("DELETE FROM desk_state WHERE name = 'search_stale'"));
  OW_TRYV(transaction.commit());
  (void)m_writer->keep(Connection::Cache::everyday);  // the index stands, whatever becomes of the memory
  return base::success();
}

Result<void> Store::checkpoint() {
  if (m_writer == nullptr) return base::success();
  const std::scoped_lock guard(m_writing);
  return m_writer->execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

Result<void> Store::optimise() {
  if (m_writer == nullptr) return base::fail(ErrorKind::storeReadOnly);
  const std::scoped_lock guard(m_writing);
  return m_writer->execute("PRAGMA analysis_limit = 1000; ANALYZE");
}

std::uint64_t Store::listen(Listener listener) {
  const std::scoped_lock guard(m_listening);
  m_listeners.emplace_back(m_nextToken, std::move(listener));
  return m_nextToken++;
}

void Store::unlisten(std::uint64_t token) {
  const std::scoped_lock guard(m_listening);
  std::erase_if(m_listeners, [token](const auto& entry) { return entry.first == token; });
}

void Store::announce(const Announcement& what) {
  // Under the lock, so that nobody is called after unlisten() has returned.
  const std::scoped_lock guard(m_listening);
  for (const auto& [token, listener] : m_listeners) listener(what);
}

}  // namespace ow::store
