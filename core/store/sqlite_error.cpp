// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include <cerrno>

#include "store/sqlite.h"

namespace ow::store {

using base::ErrorKind;

namespace {

base::Error inputOutputError(int systemCode, std::vector<base::Fact> facts) {
  facts.push_back({"errno", std::to_string(systemCode)});
  if (systemCode == EROFS) return base::fail(ErrorKind::storeReadOnly, std::move(facts));
  const bool isFull = systemCode == ENOSPC || systemCode == EDQUOT || systemCode == EFBIG;
  return base::fail(isFull ? ErrorKind::diskFull : ErrorKind::ioFailure, std::move(facts));
}

}  // namespace

base::Error sqliteError(sqlite3* db, int code, int systemCode) {
  if (systemCode == 0 && db != nullptr) systemCode = sqlite3_system_errno(db);
  const int extended = db != nullptr ? sqlite3_extended_errcode(db) : code;
  const base::Fact fact{"code", std::to_string(extended)};
  switch (code & 0xff) {
    case SQLITE_FULL:
      return base::fail(ErrorKind::diskFull, {fact});
    case SQLITE_READONLY:
      return base::fail(ErrorKind::storeReadOnly, {fact});
    case SQLITE_PERM:
      return base::fail(ErrorKind::storeReadOnly, {fact});
    case SQLITE_CANTOPEN:
      return inputOutputError(systemCode, {{"operation", "open"}, fact});
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return base::fail(ErrorKind::storeDamaged, {fact});
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return base::fail(ErrorKind::storeInUse, {fact});
    case SQLITE_INTERRUPT:
      return base::fail(ErrorKind::cancelled);
    case SQLITE_TOOBIG:
      return base::fail(ErrorKind::tooLarge, {fact});
    case SQLITE_IOERR:
      return inputOutputError(systemCode, {fact});
    case SQLITE_CONSTRAINT:
      if (extended == SQLITE_CONSTRAINT_UNIQUE || extended == SQLITE_CONSTRAINT_PRIMARYKEY)
        return base::fail(ErrorKind::duplicate, {fact});
      return base::fail(ErrorKind::invalidInput, {{"rule", "constraint"}, fact});
    default:
      return base::fail(ErrorKind::internal, {{"where", "sqlite"}, fact});
  }
}

}  // namespace ow::store
