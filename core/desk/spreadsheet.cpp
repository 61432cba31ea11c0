// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/spreadsheet.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>

namespace ow::desk {

std::string harmless(const std::string& text) {
  if (text.empty() || std::string_view("=+-@\t\r").find(text.front()) == std::string_view::npos) return text;
  return "'" + text;
}

std::string csvField(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

int whyNoRoom(const std::filesystem::path& making, std::int64_t bytes) {
  std::string name = folderOf(making) + "/.onewindow-room-XXXXXX";
  const int probe = ::mkostemp(name.data(), O_CLOEXEC);
  if (probe < 0) return errno;
  ::unlink(name.c_str());
  const int failure = ::posix_fallocate(probe, 0, off_t(bytes));
  ::close(probe);
  return failure == EOPNOTSUPP || failure == EINVAL ? 0 : failure;
}

std::string folderOf(const std::filesystem::path& making) {
  return making.has_parent_path() ? making.parent_path().string() : ".";
}

}  // namespace ow::desk
