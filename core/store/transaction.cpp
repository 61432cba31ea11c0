// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include <cerrno>

#include "store/sqlite.h"

namespace ow::store {

using base::ErrorKind;
using base::Result;

Result<Transaction> Transaction::begin(Connection& connection) {
  OW_TRYV(connection.execute("BEGIN IMMEDIATE"));
  return Transaction(&connection);
}

Transaction::~Transaction() {
  // After some errors (disk full, I/O) SQLite has rolled back by itself.
  if (m_connection != nullptr && m_connection->inTransaction()) (void)m_connection->execute("ROLLBACK");
}

Result<void> Transaction::commit() {
  Connection& connection = *m_connection;
  errno = 0;
  const int code = sqlite3_exec(connection.handle(), "COMMIT", nullptr, nullptr, nullptr);
  if (code == SQLITE_OK) {
    m_connection = nullptr;
    connection.m_isUnsettled = false;
    return base::success();
  }
  base::Error refused = sqliteError(connection.handle(), code, errno);
  // A write that found no room: the record's last frame is missing, and without it a crash finds nothing to bring back.
  const bool isCut = refused.kind == ErrorKind::diskFull && sqlite3_extended_errcode(connection.handle()) == SQLITE_IOERR_WRITE;
  if ((code & 0xff) != SQLITE_IOERR) return refused;
  // The disk said no while the transaction's record was on its way: nobody sees it now, but whole enough it would come back
  // after a crash. A further commit takes its place in the log, and then "nothing was written" is true.
  if (connection.inTransaction()) (void)connection.execute("ROLLBACK");
  m_connection = nullptr;
  connection.m_isUnsettled = true;
  if (!connection.settle() && !isCut) refused.kind = ErrorKind::outcomeUnknown;
  return refused;
}

}  // namespace ow::store
