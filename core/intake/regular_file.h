// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "base/result.h"

namespace ow::intake {

// An outside file that is open for reading. Only regular files (or symbolic links to them) are taken: a FIFO or a device could
// hang or never end. Whoever writes to the file while we read is noticed by its size and time.
// Move-only, one thread at a time.
class RegularFile {
 public:
  // notFound (entity=file), notAllowed (rule=file_permission), ioFailure, or unsupportedFormat with the fact format =
  // directory, fifo, device or socket.
  static base::Result<RegularFile> open(const std::filesystem::path& path);

  RegularFile(RegularFile&& other) noexcept;
  RegularFile& operator=(RegularFile&& other) noexcept;
  ~RegularFile();

  // Bytes at that offset; fewer than asked only at the end of the file. ioFailure with the fact changed=yes when the file is no
  // longer what was opened.
  base::Result<std::size_t> readAt(std::int64_t offset, std::span<char> into) const;
  base::Result<void> checkUnchanged() const;

  std::int64_t size() const { return m_size; }
  // Nanoseconds since 1970; with the size it tells whether two openings saw the same file.
  std::int64_t modifiedNanos() const { return m_modifiedNanos; }

 private:
  RegularFile(int descriptor, std::int64_t size, std::int64_t modifiedNanos);

  int m_descriptor = -1;
  std::int64_t m_size = 0;
  std::int64_t m_modifiedNanos = 0;
};

// SHA-256 of the file as it lies on the disk (packed files packed), 64 lower-case hex digits: the name of a load, so that the
// same file is recognised when it comes again. Errors as RegularFile.
base::Result<std::string> sha256OfFile(const std::filesystem::path& path);

}  // namespace ow::intake
