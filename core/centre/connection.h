// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <libpq-fe.h>

#include "base/result.h"
#include "base/uuid.h"
#include "centre/address.h"

// The thin layer over libpq. Only core/centre includes this header. Every call has a deadline of its own: libpq's asynchronous
// connect ignores connect_timeout, and nothing of it bounds the wait for an answer.
namespace ow::centre {

enum class Wants { primary, standby, any };

// A row as the server sent it, in text form. Valid inside the callback only.
class ServerRow {
 public:
  explicit ServerRow(const PGresult* result, int row) : m_result(result), m_row(row) {}
  bool isNull(int column) const { return PQgetisnull(m_result, m_row, column) != 0; }
  std::string_view view(int column) const {
    return {PQgetvalue(m_result, m_row, column), std::size_t(PQgetlength(m_result, m_row, column))};
  }
  std::string text(int column) const { return std::string(view(column)); }
  std::int64_t integer(int column) const;  // 0 for null
  bool flag(int column) const { return view(column) == "t"; }
  base::Uuid uuid(int column) const;  // nil for null

 private:
  const PGresult* m_result;
  int m_row;
};
using OnRow = std::function<base::Result<void>(const ServerRow&)>;

// A parameter: text that lives as long as the call, or null. Values never stand in the text of a statement.
using Parameter = std::optional<std::string_view>;

class Connection {
 public:
  static constexpr std::chrono::hours kAsLongAsItTakes{24};

  // `stop` outlives the connection: while it is true, every call ends soon with `cancelled`.
  // The first host of the address that answers as wanted, within `perHost` each. centreAway (facts host, detail of the last),
  // centreRefused (rule=login, certificate) when a host said no.
  static base::Result<std::unique_ptr<Connection>> open(const Address& address, Wants wants,
                                                        std::chrono::milliseconds perHost = std::chrono::seconds(3),
                                                        const std::atomic<bool>* stop = nullptr);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // One statement. Rows reach `onRow` as they come; its error ends the call and closes the connection. After an error of the
  // line isUsable() is false, and nothing is known of what the statement did. `silence`: how long the server may say nothing
  // meanwhile, where that is less.
  base::Result<void> query(const char* sql, std::span<const Parameter> parameters, const OnRow& onRow,
                           std::chrono::milliseconds deadline, std::chrono::milliseconds silence = kAsLongAsItTakes);
  // Several statements without parameters, in one transaction of their own making.
  base::Result<void> execute(const std::string& script, std::chrono::milliseconds deadline);
  // Of the first row's first column; nothing when there is no row or it is null.
  base::Result<std::optional<std::string>> value(const char* sql, std::span<const Parameter> parameters,
                                                 std::chrono::milliseconds deadline = std::chrono::seconds(20));
  // The same as the server keeps it: of a bytea the bytes, of a boolean one byte. `bytes` is one more parameter, behind the
  // others, handed over as it is.
  base::Result<std::optional<std::string>> binaryValue(const char* sql, std::span<const Parameter> parameters,
                                                       const Parameter& bytes, std::chrono::milliseconds deadline);
  bool isUsable() const { return m_connection != nullptr && PQstatus(m_connection) == CONNECTION_OK; }
  const std::string& host() const { return m_host; }  // Address::name of it
  // A warning came with the last statement: of a commit that is not known to be replicated.
  bool hasWarned() const { return m_hasWarned; }
  // A SCRAM verifier, so that no password reaches the server's log.
  base::Result<std::string> verifierOf(const std::string& user, const std::string& password);

 private:
  explicit Connection(PGconn* connection) : m_connection(connection) {}
  static base::Result<std::unique_ptr<Connection>> openOne(const Address& address, std::size_t n, Wants wants,
                                                           std::chrono::steady_clock::time_point until,
                                                           const std::atomic<bool>* stop);
  enum class Format { text, binary };
  base::Result<void> send(const char* sql, std::span<const Parameter> parameters, const Parameter& bytes, Format answer);
  base::Result<void> await(std::chrono::steady_clock::time_point until);
  base::Result<void> drain(const OnRow& onRow, std::chrono::steady_clock::time_point until,
                           std::chrono::milliseconds silence = kAsLongAsItTakes);
  base::Error lost(const char* detail);
  void close();

  PGconn* m_connection;
  std::string m_host;
  const std::atomic<bool>* m_stop = nullptr;
  bool m_hasWarned = false;
};

// Until the socket can be read (or written, where that is wanted too), the deadline or `stop`. False: the deadline passed.
base::Result<bool> awaitSocket(int socket, short events, std::chrono::steady_clock::time_point until,
                               const std::atomic<bool>* stop);

// What a result that is an error means; server_error.cpp has the table.
base::Error serverError(const PGresult* result, const std::string& host);

}  // namespace ow::centre
