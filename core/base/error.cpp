// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

namespace ow::base {

std::string_view code(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::invalidInput:
      return "invalid_input";
    case ErrorKind::notFound:
      return "not_found";
    case ErrorKind::notAllowed:
      return "not_allowed";
    case ErrorKind::conflict:
      return "conflict";
    case ErrorKind::duplicate:
      return "duplicate";
    case ErrorKind::tooLarge:
      return "too_large";
    case ErrorKind::unsupportedFormat:
      return "unsupported_format";
    case ErrorKind::storeTooOld:
      return "store_too_old";
    case ErrorKind::storeTooNew:
      return "store_too_new";
    case ErrorKind::storeInUse:
      return "store_in_use";
    case ErrorKind::storeReadOnly:
      return "store_read_only";
    case ErrorKind::storeDamaged:
      return "store_damaged";
    case ErrorKind::storeMissing:
      return "store_missing";
    case ErrorKind::keysMissing:
      return "keys_missing";
    case ErrorKind::keysForeign:
      return "keys_foreign";
    case ErrorKind::wrongKey:
      return "wrong_key";
    case ErrorKind::lockedOut:
      return "locked_out";
    case ErrorKind::diskFull:
      return "disk_full";
    case ErrorKind::ioFailure:
      return "io_failure";
    case ErrorKind::outcomeUnknown:
      return "outcome_unknown";
    case ErrorKind::cancelled:
      return "cancelled";
    case ErrorKind::centreAway:
      return "centre_away";
    case ErrorKind::centreRefused:
      return "centre_refused";
    case ErrorKind::centreTooOld:
      return "centre_too_old";
    case ErrorKind::centreTooNew:
      return "centre_too_new";
    case ErrorKind::internal:
      return "internal";
  }
  return "internal";
}

std::string_view Error::fact(std::string_view name) const {
  for (const Fact& f : facts)
    if (f.name == name) return f.value;
  return {};
}

std::string describe(const Error& error) {
  std::string text(code(error.kind));
  if (error.facts.empty()) return text;
  text += " (";
  for (std::size_t i = 0; i < error.facts.size(); ++i) {
    if (i > 0) text += ", ";
    text += error.facts[i].name + "=" + error.facts[i].value;
  }
  return text + ")";
}

}  // namespace ow::base
