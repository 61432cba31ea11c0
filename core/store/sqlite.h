// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "base/uuid.h"
#include "domain/value.h"

struct sqlite3;
struct sqlite3_stmt;

// The thin layer over SQLCipher's C API. Only core/store includes this header.
namespace ow::store {

// The error kind for what SQLite says; facts: code (SQLite's extended code), errno of the system behind an I/O error, never
// values. `systemCode` 0: what SQLite remembers of it (nothing, for a COMMIT).
base::Error sqliteError(sqlite3* db, int code, int systemCode = 0);

// A prepared statement lent by a Connection: bind, step, read. Reset when it goes out of scope. One thread.
class Statement {
 public:
  explicit Statement(sqlite3_stmt* statement) : m_statement(statement) {}
  ~Statement();
  Statement(Statement&& other) noexcept : m_statement(std::exchange(other.m_statement, nullptr)) {}
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  Statement& operator=(Statement&&) = delete;

  // Parameters by name (":name") or by position from 1. An unknown name is a broken invariant.
  Statement& bind(const char* name, const domain::Value& value) { return bind(indexOf(name), value); }
  Statement& bind(int index, const domain::Value& value);
  template <class T>
  Statement& set(const char* name, const T& member) {
    return bind(name, domain::toValue(member));
  }
  // Binds text without copying: the text must live until the statement is reset.
  Statement& bindText(int index, std::string_view text);
  Statement& bindInt(int index, std::int64_t value);
  Statement& bindUuid(int index, const base::Uuid& uuid);
  // Binds bytes without copying, like text.
  Statement& bindBlob(int index, std::string_view bytes);
  Statement& bindNull(int index);

  // True while there is a row.
  base::Result<bool> step();
  // Steps to the end.
  base::Result<void> run();
  void reset();

  bool isNull(int column) const;
  std::int64_t integer(int column) const;
  double real(int column) const;
  std::string text(int column) const;
  std::string_view view(int column) const;  // valid until the next step
  base::Uuid uuid(int column) const;        // nil when null or not 16 bytes
  // By the column's stored type; a 16-byte blob is a Uuid.
  domain::Value value(int column) const;
  std::span<const std::uint8_t> blob(int column) const;

 private:
  int indexOf(const char* name) const;
  sqlite3_stmt* m_statement;
};

// The bytes of a hash, to bind them.
template <class Bytes>
std::string_view viewOf(const Bytes& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

enum class OpenMode { create, readWrite, readOnly, immutable };

// One connection with the pragmas that every connection of ours has (platform notes of this folder). One thread at a time.
class Connection {
 public:
  // `key` is the raw 32-byte store key.
  static base::Result<std::unique_ptr<Connection>> open(const std::string& path, std::span<const std::uint8_t> key,
                                                        OpenMode mode, const char* vfs = nullptr);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // The statement for this text, prepared once per connection. Two uses of one text at the same time are a broken invariant.
  base::Result<Statement> prepare(std::string_view sql);
  base::Result<void> execute(const std::string& script);  // several statements, no parameters
  base::Result<std::int64_t> integer(std::string_view sql);
  // Pages kept in memory: as always, or as many as a first load wants, which falls all over the indexes.
  enum class Cache { everyday, load };
  base::Result<void> keep(Cache cache);
  std::int64_t changes() const;
  // Stops what runs on this connection; any thread. The stopped call answers `cancelled`.
  void interrupt();
  sqlite3* handle() const { return m_db; }
  bool inTransaction() const;

  // A transaction whose COMMIT met an I/O error may come back after a crash, until a later commit has taken its place in the
  // log. Any thread.
  bool isUnsettled() const { return m_isUnsettled; }
  // Such a commit that changes nothing.
  base::Result<void> settle();

 private:
  friend class Transaction;
  explicit Connection(sqlite3* db) : m_db(db) {}
  sqlite3* m_db;
  std::atomic<bool> m_isUnsettled = false;
  std::unordered_map<std::string, sqlite3_stmt*> m_statements;
};

// BEGIN IMMEDIATE ... COMMIT; rolls back when it goes out of scope without commit().
class Transaction {
 public:
  static base::Result<Transaction> begin(Connection& connection);
  ~Transaction();
  Transaction(Transaction&& other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  Transaction& operator=(Transaction&&) = delete;
  // Durable when it returns success: WAL with synchronous=FULL. Nothing was written when it fails, also not after a crash, but
  // for outcomeUnknown.
  base::Result<void> commit();

 private:
  explicit Transaction(Connection* connection) : m_connection(connection) {}
  Connection* m_connection;
};

}  // namespace ow::store
