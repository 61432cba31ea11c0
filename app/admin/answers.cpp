// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>

#include <boost/json.hpp>

#include "command.h"
#include "desk/opening.h"
#include "store/durable_file.h"

namespace ow::admin {

using base::ErrorKind;
using base::Result;

Result<base::Redacted<std::string>> readSecret(const std::filesystem::path& path, const char* what) {
  auto content = store::readSmallFile(path);
  if (!content) {
    if (content.error().kind == ErrorKind::storeMissing) return base::fail(ErrorKind::notFound, {{"entity", what}});
    return content.error();
  }
  std::string secret = std::move(content.value());
  while (!secret.empty() && (secret.back() == '\n' || secret.back() == '\r')) secret.pop_back();
  if (secret.empty()) return base::fail(ErrorKind::invalidInput, {{"field", what}, {"rule", "required"}});
  return base::Redacted<std::string>(std::move(secret));
}

Result<std::unique_ptr<store::Store>> openStore(const Invocation& invocation, store::Access access) {
  std::error_code code;
  if (!std::filesystem::exists(invocation.store, code)) return base::fail(ErrorKind::storeMissing);
  OW_TRY(const auto secret, readSecret(invocation.keyFile, "key_file"));
  return desk::openWithKeyFile(invocation.store, secret, {access, store::Durability::full, nullptr});
}

Result<std::unique_ptr<desk::Desk>> openDesk(const Invocation& invocation, store::Access access) {
  OW_TRY(auto store, openStore(invocation, access));
  return desk::administratorDesk(std::move(store), invocation.ports);
}

ProgressLine::ProgressLine(std::string what)
    : m_what(std::move(what)),
      m_isTerminal(::isatty(STDERR_FILENO) != 0),
      m_start(std::chrono::steady_clock::now()),
      m_last(m_start) {}

ProgressLine::~ProgressLine() {
  if (m_hasShown && m_isTerminal) std::fputs("\n", stderr);
}

void ProgressLine::show(double fraction, const std::string& detail) {
  using namespace std::chrono;
  const auto now = steady_clock::now();
  // A terminal sees every fifth of a second, a log every ten seconds.
  if (fraction < 1.0 && now - m_last < (m_isTerminal ? milliseconds(200) : milliseconds(10000))) return;
  m_last = now;
  m_hasShown = true;
  const double elapsed = duration<double>(now - m_start).count();
  char left[48] = "";
  if (fraction > 0.02 && fraction < 1.0) std::snprintf(left, sizeof left, ", %.0f s left", elapsed * (1 - fraction) / fraction);
  std::fprintf(stderr, "%s%s: %3.0f %%%s%s%s%s", m_isTerminal ? "\r\033[K" : "", m_what.c_str(), fraction * 100,
               detail.empty() ? "" : ", ", detail.c_str(), left, m_isTerminal ? "" : "\n");
  std::fflush(stderr);
}

boost::json::object errorDocument(const base::Error& error) {
  boost::json::object facts;
  for (const base::Fact& fact : error.facts) facts[fact.name] = fact.value;
  return {{"error", {{"kind", base::code(error.kind)}, {"facts", std::move(facts)}, {"message", sentence(error)}}}};
}

namespace {

std::string with(std::string text, const base::Error& error) {
  // Facts hold no personal data; they say which field, line or limit it was.
  std::string facts;
  for (const base::Fact& fact : error.facts) facts += (facts.empty() ? "" : ", ") + fact.name + " " + fact.value;
  return facts.empty() ? text : text + " (" + facts + ")";
}

}  // namespace

std::string sentence(const base::Error& error) {
  switch (error.kind) {
    case ErrorKind::invalidInput:
      return with("Something given cannot be taken as it is; nothing was changed.", error);
    case ErrorKind::notFound:
      return with("It is not there.", error);
    case ErrorKind::notAllowed:
      return with("A rule forbids it; nothing was changed.", error);
    case ErrorKind::conflict:
      return with("Somebody changed it first; nothing was changed.", error);
    case ErrorKind::duplicate:
      return with("It is there already, and was left as it is.", error);
    case ErrorKind::tooLarge:
      return with("It is larger than can be taken.", error);
    case ErrorKind::unsupportedFormat:
      return with("The file cannot be read in this form.", error);
    case ErrorKind::storeTooOld:
      return with("The store is older than this program can bring up to date. Use a version between.", error);
    case ErrorKind::storeTooNew:
      return with("The store was written by a newer version. Update this program; the store was not touched.", error);
    case ErrorKind::storeInUse:
      return "Another program is writing this store. Close it, then try again.";
    case ErrorKind::storeReadOnly:
      return "The store can only be read here (its disk or folder is read-only); nothing was written.";
    case ErrorKind::storeDamaged:
      return with("The store is damaged. Keep the file, and restore the last backup.", error);
    case ErrorKind::storeMissing:
      return "There is no store at that place.";
    case ErrorKind::keysMissing:
      return "The store is there, but the key ring beside it (FILE.keys) is not. Put it back from where the store came from, "
             "or "
             "restore the last backup.";
    case ErrorKind::keysForeign:
      return "The key ring beside the store belongs to another store (or the store's file was overwritten at its start). Put "
             "the "
             "ring back that was made with it; nothing was touched.";
    case ErrorKind::wrongKey:
      return "The key does not open this store.";
    case ErrorKind::lockedOut:
      return with("Too many wrong tries; wait.", error);
    case ErrorKind::diskFull:
      return "The disk is full. What was saved before is safe; make room, then try again.";
    case ErrorKind::ioFailure:
      return with("The disk did not answer as it should.", error);
    case ErrorKind::outcomeUnknown:
      return with("The disk failed while the last write was made durable; it may be there or not. Look before you repeat it.",
                  error);
    case ErrorKind::cancelled:
      return "Cancelled. What was committed before stays.";
    case ErrorKind::internal:
      return with("A promise of this program was broken; please report it.", error);
  }
  return base::describe(error);
}

}  // namespace ow::admin
