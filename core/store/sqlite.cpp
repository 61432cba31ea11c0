// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite.h"

#include <array>
#include <cstdlib>
#include <mutex>

#include <sodium.h>
#include <sqlite3.h>

#include "store/store_key.h"

namespace ow::store {

using base::ErrorKind;
using base::Result;

namespace {

base::Error errorOf(sqlite3_stmt* statement, int code) {
  return sqliteError(sqlite3_db_handle(statement), code);
}

// Connections are used by several threads, one at a time: a library built without threads would corrupt the store.
void requireThreads() {
  static std::once_flag once;
  std::call_once(once, [] {
    sqlite3_initialize();
    if (sqlite3_threadsafe() == 0) std::abort();
  });
}

// Hands over the raw key, not as SQL text, which SQLite would copy about. A new file gets its mark as salt.
int giveKey(sqlite3* db, std::span<const std::uint8_t> key, OpenMode mode) {
  constexpr std::size_t kDigits = 2 * (StoreKey::kBytes + FileMark{}.size());
  std::array<char, 2 + kDigits + 2> text{'x', '\''};
  char* end = text.data() + 2;
  const auto append = [&](std::span<const std::uint8_t> bytes) {
    sodium_bin2hex(end, bytes.size() * 2 + 1, bytes.data(), bytes.size());
    end += bytes.size() * 2;
  };
  append(key);
  if (mode == OpenMode::create) append(fileMarkOf(key));
  *end++ = '\'';
  const int code = sqlite3_key_v2(db, "main", text.data(), int(end - text.data()));
  sodium_memzero(text.data(), text.size());
  return code;
}

// Statements that every connection runs after its key. secure_delete is compiled in; temp_store=MEMORY keeps sorted rows out of
// temporary files.
constexpr const char* kPragmas =
    "PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;"
    "PRAGMA cell_size_check = ON; PRAGMA recursive_triggers = ON;";

int flagsOf(OpenMode mode) {
  const int base = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI;
  switch (mode) {
    case OpenMode::create:
      return base | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case OpenMode::readWrite:
      return base | SQLITE_OPEN_READWRITE;
    case OpenMode::readOnly:
    case OpenMode::immutable:
      return base | SQLITE_OPEN_READONLY;
  }
  return base;
}

// A file: URI so that characters of the path are never taken for parameters.
std::string uriOf(const std::string& path, OpenMode mode) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '.' ||
                         c == '_' || c == '-';
    if (isPlain)
      uri += c;
    else
      uri += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
  }
  return mode == OpenMode::immutable ? uri + "?immutable=1" : uri;
}

}  // namespace

Statement::~Statement() {
  reset();
}

void Statement::reset() {
  if (m_statement == nullptr) return;
  sqlite3_reset(m_statement);
  sqlite3_clear_bindings(m_statement);
}

int Statement::indexOf(const char* name) const {
  const int index = sqlite3_bind_parameter_index(m_statement, name);
  if (index == 0) std::abort();  // the SQL text and the code that binds it disagree: nothing sensible can follow
  return index;
}

Statement& Statement::bindText(int index, std::string_view text) {
  sqlite3_bind_text64(m_statement, index, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
  return *this;
}

Statement& Statement::bindInt(int index, std::int64_t value) {
  sqlite3_bind_int64(m_statement, index, value);
  return *this;
}

Statement& Statement::bindUuid(int index, const base::Uuid& uuid) {
  sqlite3_bind_blob(m_statement, index, uuid.bytes.data(), int(uuid.bytes.size()), SQLITE_TRANSIENT);
  return *this;
}

Statement& Statement::bindBlob(int index, std::string_view bytes) {
  sqlite3_bind_blob64(m_statement, index, bytes.data(), bytes.size(), SQLITE_STATIC);
  return *this;
}

Statement& Statement::bindNull(int index) {
  sqlite3_bind_null(m_statement, index);
  return *this;
}

Statement& Statement::bind(int index, const domain::Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    sqlite3_bind_int64(m_statement, index, *number);
  } else if (const auto* real = std::get_if<double>(&value)) {
    sqlite3_bind_double(m_statement, index, *real);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    sqlite3_bind_text64(m_statement, index, text->data(), text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  } else if (const auto* uuid = std::get_if<base::Uuid>(&value)) {
    bindUuid(index, *uuid);
  } else {
    sqlite3_bind_null(m_statement, index);
  }
  return *this;
}

Result<bool> Statement::step() {
  const int code = sqlite3_step(m_statement);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  base::Error error = errorOf(m_statement, code);
  sqlite3_reset(m_statement);
  return error;
}

Result<void> Statement::run() {
  for (;;) {
    OW_TRY(const bool more, step());
    if (!more) break;
  }
  sqlite3_reset(m_statement);
  return base::success();
}

bool Statement::isNull(int column) const {
  return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}
std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(m_statement, column);
}
double Statement::real(int column) const {
  return sqlite3_column_double(m_statement, column);
}

std::string_view Statement::view(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
  return text == nullptr ? std::string_view{} : std::string_view(text, std::size_t(sqlite3_column_bytes(m_statement, column)));
}

std::string Statement::text(int column) const {
  return std::string(view(column));
}

std::span<const std::uint8_t> Statement::blob(int column) const {
  const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_statement, column));
  return {bytes, bytes == nullptr ? 0 : std::size_t(sqlite3_column_bytes(m_statement, column))};
}

base::Uuid Statement::uuid(int column) const {
  return base::Uuid::fromBytes(blob(column)).value_or(base::Uuid{});
}

domain::Value Statement::value(int column) const {
  switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER:
      return integer(column);
    case SQLITE_FLOAT:
      return real(column);
    case SQLITE_TEXT:
      return text(column);
    case SQLITE_BLOB:
      return uuid(column);
    default:
      return {};
  }
}

Result<std::unique_ptr<Connection>> Connection::open(const std::string& path, std::span<const std::uint8_t> key, OpenMode mode,
                                                     const char* vfs) {
  requireThreads();
  sqlite3* db = nullptr;
  const int code = sqlite3_open_v2(uriOf(path, mode).c_str(), &db, flagsOf(mode), vfs);
  std::unique_ptr<Connection> connection(new Connection(db));
  if (code != SQLITE_OK) return sqliteError(db, code);
  if (key.size() != StoreKey::kBytes) return base::fail(ErrorKind::internal, {{"where", "key"}});
  sqlite3_extended_result_codes(db, 1);
  sqlite3_busy_timeout(db, 5000);
  // A file from elsewhere may hold a hostile schema: no triggers or views that call dangerous functions, no damaged-page
  // surprises.
  sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  if (const int keyed = giveKey(db, key, mode); keyed != SQLITE_OK) return sqliteError(db, keyed);
  // Not before the first key of the process: it is that which sets SQLCipher's own log to stderr.
  OW_TRYV(connection->execute("PRAGMA cipher_log_level = NONE"));
  OW_TRYV(connection->execute(kPragmas));
  OW_TRYV(connection->keep(Cache::everyday));
  OW_TRYV(connection->integer("SELECT count(*) FROM sqlite_schema"));  // the first page is decrypted here
  if (mode == OpenMode::create || mode == OpenMode::readWrite) {
    OW_TRYV(connection->execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000;"));
  } else {
    OW_TRYV(connection->execute("PRAGMA query_only = ON;"));
  }
  return connection;
}

Connection::~Connection() {
  for (auto& [sql, statement] : m_statements) sqlite3_finalize(statement);
  sqlite3_close_v2(m_db);
}

Result<Statement> Connection::prepare(std::string_view sql) {
  auto found = m_statements.find(std::string(sql));
  if (found != m_statements.end()) {
    if (sqlite3_stmt_busy(found->second) != 0) std::abort();  // the same text used twice at once would mix two results
    return Statement(found->second);
  }
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(m_db, sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) return sqliteError(m_db, code);
  m_statements.emplace(std::string(sql), statement);
  return Statement(statement);
}

Result<void> Connection::execute(const std::string& script) {
  const int code = sqlite3_exec(m_db, script.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return sqliteError(m_db, code);
  return base::success();
}

// 64 MiB, because SQLite's own 2 MiB make bulk work five to ten times slower; 256 MiB for a load.
Result<void> Connection::keep(Cache cache) {
  return execute(cache == Cache::load ? "PRAGMA cache_size = -262144" : "PRAGMA cache_size = -65536; PRAGMA shrink_memory");
}

Result<void> Connection::settle() {
  OW_TRY(const auto version, integer("PRAGMA user_version"));
  const auto done = execute("BEGIN IMMEDIATE; PRAGMA user_version = " + std::to_string(version) + "; COMMIT");
  if (inTransaction()) (void)execute("ROLLBACK");
  if (done) m_isUnsettled = false;
  return done;
}

Result<std::int64_t> Connection::integer(std::string_view sql) {
  OW_TRY(auto statement, prepare(sql));
  OW_TRY(const bool any, statement.step());
  return any ? statement.integer(0) : std::int64_t{0};
}

std::int64_t Connection::changes() const {
  return sqlite3_changes64(m_db);
}
void Connection::interrupt() {
  sqlite3_interrupt(m_db);
}
bool Connection::inTransaction() const {
  return sqlite3_get_autocommit(m_db) == 0;
}

}  // namespace ow::store
