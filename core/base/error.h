// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ow::base {

// What went wrong, as a closed set: `ui` and the command line own the sentence for each kind and its translation.
// A new kind is added only when somebody can do something different about it.
enum class ErrorKind {
  invalidInput,       // facts: field, rule; the value itself is never a fact (it may be personal)
  notFound,           // facts: entity
  notAllowed,         // a rule of the domain or a right forbids it; facts: rule, and what the rule names
  conflict,           // somebody changed it first; facts: field or state
  duplicate,          // it is there already; facts: entity, id
  tooLarge,           // facts: limit, unit
  unsupportedFormat,  // a file that we cannot read; facts: format, line
  storeTooOld,        // facts: version, oldest
  storeTooNew,        // facts: version, newest
  storeInUse,         // another process holds the store
  storeReadOnly,
  storeDamaged,  // facts: detail
  storeMissing,
  keysMissing,  // the store is there, the key ring beside it is not
  keysForeign,  // the key ring beside the store belongs to another one
  wrongKey,     // passphrase or key file does not open the store
  lockedOut,    // too many wrong passphrases; facts: seconds
  diskFull,
  ioFailure,       // facts: operation
  outcomeUnknown,  // the disk failed while a write was made durable: it may be saved or not; who asks the store again sees
  cancelled,
  centreAway,     // no answer from the centre, and nothing is known of what became of the call; facts: host, detail
  centreRefused,  // the centre answered and does not accept this desk, clerk or certificate; facts: rule
  centreTooOld,   // its schema is older than this program speaks; facts: version, oldest
  centreTooNew,   // facts: version, newest
  internal,       // a broken promise of ours; facts: where
};

// Stable word for an error kind: for logs, JSON and tests, never for a clerk.
std::string_view code(ErrorKind kind);

struct Fact {
  std::string name;
  std::string value;
  bool operator==(const Fact&) const = default;
};

// An error kind with the facts that its sentence needs. Facts hold no personal data: they may be logged.
struct Error {
  ErrorKind kind = ErrorKind::internal;
  std::vector<Fact> facts;

  // The value of a fact, or empty.
  std::string_view fact(std::string_view name) const;
  bool operator==(const Error&) const = default;
};

// "kind (name=value, ...)", for logs and test output.
std::string describe(const Error& error);

}  // namespace ow::base
