// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "intake/regular_file.h"

namespace ow::intake {

// What an outside file may unpack to. A gzip stream grows at most about 1,000 times, real tables 5 to 50 times.
struct UnpackLimits {
  std::int64_t totalBytes = std::int64_t{16} << 30;
  std::int64_t ratio = 200;
  std::int64_t ratioCountsFrom = std::int64_t{64} << 20;  // small files may be as repetitive as they like
};

// The bytes of a file from front to back, unpacked while reading when the file is gzip (told by its content; several members
// one behind the other count as one). Memory does not depend on the size of the file. Errors: as RegularFile; unsupportedFormat
// (format=gzip, rule=damaged | truncated); tooLarge (unit=bytes or ratio).
class ByteSource {
 public:
  static base::Result<std::unique_ptr<ByteSource>> open(const std::filesystem::path& path, UnpackLimits limits = {});
  ~ByteSource();
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  // The next bytes, at most what fits; 0 is the end.
  base::Result<std::size_t> read(std::span<char> into);
  // The next bytes without taking them; fewer than asked only at the end. Valid until the next call.
  base::Result<std::string_view> peek(std::size_t bytes);

  // Unpacked bytes taken so far.
  std::int64_t position() const { return m_taken; }
  // Of the file as it lies on the disk.
  std::int64_t size() const { return m_file.size(); }
  std::int64_t modifiedNanos() const { return m_file.modifiedNanos(); }
  // 0..1: how much of the file has been taken; an estimate when packed.
  double fraction() const;

 private:
  struct Gunzip;

  ByteSource(RegularFile file, UnpackLimits limits);
  base::Result<std::size_t> readRaw(std::span<char> into);
  base::Result<std::size_t> unpack(std::span<char> into);
  base::Result<void> checkGrowth() const;

  RegularFile m_file;
  UnpackLimits m_limits;
  std::unique_ptr<Gunzip> m_gunzip;  // null when the file is not packed
  std::string m_ahead;               // peeked, not yet taken
  std::size_t m_aheadFrom = 0;
  std::int64_t m_rawRead = 0;
  std::int64_t m_produced = 0;
  std::int64_t m_taken = 0;
};

}  // namespace ow::intake
