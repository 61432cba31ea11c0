// SPDX-License-Identifier: GPL-3.0-or-later
// Files that hold what opens a store: the administrator's key, and passphrases on their way to a key ring.
#include <sys/stat.h>

#include <iostream>

#include "base/text_rules.h"
#include "command.h"
#include "store/durable_file.h"

namespace ow::admin {

using base::ErrorKind;
using base::Result;

namespace {

void warnIfOthersCanRead(const std::filesystem::path& path) {
  struct stat status{};
  if (::stat(path.c_str(), &status) != 0 || (status.st_mode & 077) == 0) return;
  std::cerr << "Warning: others on this machine can read " << path.string() << "; chmod 600 makes it yours alone.\n";
}

// Without the line end that editors put behind the last line.
Result<std::string> readSecret(const std::filesystem::path& path, const char* entity) {
  auto content = store::readSmallFile(path);
  if (!content) {
    if (content.error().kind == ErrorKind::storeMissing) return base::fail(ErrorKind::notFound, {{"entity", entity}});
    if (content.error().kind == ErrorKind::storeReadOnly)
      return base::fail(ErrorKind::notAllowed, {{"rule", "file_permission"}, {"entity", entity}});
    return content.error();
  }
  warnIfOthersCanRead(path);
  std::string secret = std::move(content.value());
  if (secret.ends_with('\n')) secret.pop_back();
  if (secret.ends_with('\r')) secret.pop_back();
  if (secret.empty()) return base::fail(ErrorKind::invalidInput, {{"field", entity}, {"rule", "required"}});
  return secret;
}

}  // namespace

Result<base::Redacted<std::string>> readKeyFile(const std::filesystem::path& path) {
  OW_TRY(auto secret, readSecret(path, "key_file"));
  while (secret.ends_with('\n') || secret.ends_with('\r')) secret.pop_back();
  return base::Redacted<std::string>(std::move(secret));
}

Result<base::Redacted<std::string>> readPassphraseFile(const std::filesystem::path& path) {
  OW_TRY(auto secret, readSecret(path, "passphrase_file"));
  if (secret.starts_with("\xef\xbb\xbf")) secret.erase(0, 3);  // some editors put it before the first line
  const auto bad = [](std::string_view rule) {
    return base::fail(ErrorKind::invalidInput, {{"field", "passphrase_file"}, {"rule", std::string(rule)}});
  };
  if (secret.find('\n') != std::string::npos) return bad("one_line");
  const auto typed = base::acceptText(secret, base::kNameLimits, base::Lines::single);
  if (!typed) return bad(typed.error().fact("rule"));
  if (typed.value() != secret) return bad("outer_blanks");  // nobody would see them when it is typed
  return base::Redacted<std::string>(std::move(secret));
}

}  // namespace ow::admin
