// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "intake/regular_file.h"

namespace ow::intake {

// How much an archive from outside may weigh.
struct ZipLimits {
  std::int64_t packedBytes = std::int64_t{50} << 20;
  std::int64_t unpackedBytes = std::int64_t{500} << 20;
  std::int64_t ratio = 100;  // unpacked to packed, over the whole archive
  std::int64_t ratioCountsFrom = std::int64_t{16} << 20;
  std::size_t entries = 10'000;
};

class ZipEntryStream;

// A ZIP archive (APPNOTE 6.3) for reading by name, as far as Office files need it: stored and deflated entries, one disk, no
// ZIP64, no encryption. Everything is checked against the central directory before a byte is unpacked; names are compared and
// never become paths. Errors: as RegularFile; tooLarge (unit=bytes, ratio or entries); unsupportedFormat with format=zip and
// rule = damaged, zip64, encrypted, method, duplicate_entry, overlapping_entries.
class ZipArchive {
 public:
  static base::Result<std::unique_ptr<ZipArchive>> open(const std::filesystem::path& path, ZipLimits limits = {});

  bool contains(std::string_view name) const;
  // The archive must outlive the stream. notFound (entity=zip_entry).
  base::Result<std::unique_ptr<ZipEntryStream>> read(std::string_view name) const;
  std::int64_t modifiedNanos() const { return m_file.modifiedNanos(); }

 private:
  friend class ZipEntryStream;
  struct Entry {
    std::string name;
    std::uint16_t method = 0;
    std::uint32_t crc = 0;
    std::int64_t packedBytes = 0;
    std::int64_t unpackedBytes = 0;
    std::int64_t headerAt = 0;
    std::int64_t dataAt = 0;
  };
  struct Directory;

  ZipArchive(RegularFile file, ZipLimits limits);
  base::Result<Directory> findDirectory() const;
  base::Result<void> readDirectory(const Directory& directory);
  base::Result<Entry> readEntry(std::string_view record) const;
  base::Result<void> checkLayout(const Directory& directory);
  base::Result<void> locateData(Entry& entry) const;

  RegularFile m_file;
  ZipLimits m_limits;
  std::map<std::string, Entry, std::less<>> m_entries;  // by lower-case name: Office names ignore case
};

// The unpacked bytes of one entry, front to back. An entry that unpacks to another size or checksum than the directory says is
// damaged (and never gets further than the size it promised).
class ZipEntryStream {
 public:
  ~ZipEntryStream();
  ZipEntryStream(const ZipEntryStream&) = delete;
  ZipEntryStream& operator=(const ZipEntryStream&) = delete;

  base::Result<std::size_t> read(std::span<char> into);  // 0 = end
  std::int64_t size() const { return m_entry.unpackedBytes; }

 private:
  friend class ZipArchive;
  struct Inflater;
  ZipEntryStream(const ZipArchive& archive, const ZipArchive::Entry& entry);
  base::Result<std::size_t> readPacked(std::span<char> into);
  base::Result<std::size_t> inflateInto(std::span<char> into);

  const ZipArchive& m_archive;
  const ZipArchive::Entry& m_entry;
  std::unique_ptr<Inflater> m_inflater;  // null for a stored entry
  std::int64_t m_packedRead = 0;
  std::int64_t m_produced = 0;
  std::uint32_t m_crc = 0;
};

}  // namespace ow::intake
