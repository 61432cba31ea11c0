// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "desk/report_file.h"
#include "intake/output_file.h"
#include "intake/regular_file.h"

namespace ow::desk {

using base::Result;

namespace {

Result<bool> saysExactly(const std::filesystem::path& path, std::string_view pages) {
  constexpr std::size_t kAtOnce = 1 << 16;
  OW_TRY(const auto file, intake::RegularFile::open(path));
  if (file.size() != std::int64_t(pages.size())) return false;
  std::string piece(kAtOnce, '\0');
  for (std::size_t at = 0; at < pages.size();) {
    const std::size_t want = std::min(kAtOnce, pages.size() - at);
    OW_TRY(const auto size, file.readAt(std::int64_t(at), std::span(piece.data(), want)));
    if (size == 0 || pages.substr(at, size) != std::string_view(piece).substr(0, size)) return false;
    at += size;
  }
  return true;
}

}  // namespace

Result<void> writePages(std::string_view pages, const std::filesystem::path& to) {
  OW_TRY(const auto file, intake::OutputFile::create(to, intake::Existing::refuse));
  file->write(pages);
  OW_TRYV(file->close());
  OW_TRY(const bool isSame, saysExactly(file->making(), pages));
  if (!isSame) return base::fail(base::ErrorKind::internal, {{"where", "export_read_back"}});
  return file->publish();
}

}  // namespace ow::desk
