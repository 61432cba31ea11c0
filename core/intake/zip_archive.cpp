// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/zip_archive.h"

#include <zlib.h>

#include <algorithm>
#include <vector>

namespace ow::intake {

namespace {

constexpr std::size_t kEndRecordBytes = 22;
constexpr std::size_t kCentralHeaderBytes = 46;
constexpr std::size_t kLocalHeaderBytes = 30;
constexpr std::size_t kMaxCommentBytes = 65'535;
constexpr std::uint32_t kEndSignature = 0x06054b50;
constexpr std::uint32_t kZip64LocatorSignature = 0x07064b50;
constexpr std::uint32_t kCentralSignature = 0x02014b50;
constexpr std::uint32_t kLocalSignature = 0x04034b50;
constexpr std::uint16_t kEncryptedFlags = 0x0001 | 0x0040 | 0x2000;
constexpr std::uint16_t kStored = 0;
constexpr std::uint16_t kDeflated = 8;

base::Error zipError(std::string rule) {
  return base::fail(base::ErrorKind::unsupportedFormat, {{"format", "zip"}, {"rule", std::move(rule)}});
}

base::Error zipTooLarge(std::int64_t limit, std::string unit) {
  return base::fail(base::ErrorKind::tooLarge, {{"limit", std::to_string(limit)}, {"unit", std::move(unit)}});
}

// Little-endian numbers of a header whose length has been checked.
std::uint16_t u16(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(bytes[at + i])); };
  return static_cast<std::uint16_t>(byte(0) | (byte(1) << 8));
}
std::uint32_t u32(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint32_t>(u16(bytes, at)) | (static_cast<std::uint32_t>(u16(bytes, at + 2)) << 16);
}

std::string lowerAscii(std::string_view name) {
  std::string lower(name);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

base::Result<std::string> bytesAt(const RegularFile& file, std::int64_t offset, std::size_t count) {
  std::string bytes(count, '\0');
  OW_TRY(const auto got, file.readAt(offset, bytes));
  if (got != count) return zipError("damaged");
  return bytes;
}

}  // namespace

struct ZipArchive::Directory {
  std::int64_t at = 0;
  std::size_t bytes = 0;
  std::size_t entries = 0;
};

ZipArchive::ZipArchive(RegularFile file, ZipLimits limits) : m_file(std::move(file)), m_limits(limits) {}

base::Result<std::unique_ptr<ZipArchive>> ZipArchive::open(const std::filesystem::path& path, ZipLimits limits) {
  OW_TRY(auto file, RegularFile::open(path));
  if (file.size() > limits.packedBytes) return zipTooLarge(limits.packedBytes, "bytes");
  std::unique_ptr<ZipArchive> archive(new ZipArchive(std::move(file), limits));
  OW_TRY(const auto directory, archive->findDirectory());
  OW_TRYV(archive->readDirectory(directory));
  OW_TRYV(archive->checkLayout(directory));
  return archive;
}

base::Result<ZipArchive::Directory> ZipArchive::findDirectory() const {
  const auto tailBytes = static_cast<std::size_t>(std::min<std::int64_t>(m_file.size(), kEndRecordBytes + kMaxCommentBytes));
  if (tailBytes < kEndRecordBytes) return zipError("damaged");
  const std::int64_t tailAt = m_file.size() - static_cast<std::int64_t>(tailBytes);
  OW_TRY(const auto tail, bytesAt(m_file, tailAt, tailBytes));
  for (std::size_t at = tailBytes - kEndRecordBytes;; --at) {
    const bool isEnd = u32(tail, at) == kEndSignature && at + kEndRecordBytes + u16(tail, at + 20) == tailBytes;
    if (!isEnd && at == 0) return zipError("damaged");
    if (!isEnd) continue;
    if (at >= 20 && u32(tail, at - 20) == kZip64LocatorSignature) return zipError("zip64");
    const bool oneDisk = u16(tail, at + 4) == 0 && u16(tail, at + 6) == 0 && u16(tail, at + 8) == u16(tail, at + 10);
    if (u16(tail, at + 10) == 0xFFFF || u32(tail, at + 12) == 0xFFFFFFFF || u32(tail, at + 16) == 0xFFFFFFFF)
      return zipError("zip64");
    if (!oneDisk) return zipError("damaged");
    Directory directory{u32(tail, at + 16), u32(tail, at + 12), u16(tail, at + 10)};
    if (directory.at + static_cast<std::int64_t>(directory.bytes) > tailAt + static_cast<std::int64_t>(at))
      return zipError("damaged");
    if (directory.entries > m_limits.entries) return zipTooLarge(static_cast<std::int64_t>(m_limits.entries), "entries");
    return directory;
  }
}

base::Result<void> ZipArchive::readDirectory(const Directory& directory) {
  OW_TRY(const auto bytes, bytesAt(m_file, directory.at, directory.bytes));
  std::string_view rest = bytes;
  std::int64_t unpacked = 0;
  for (std::size_t i = 0; i < directory.entries; ++i) {
    OW_TRY(auto entry, readEntry(rest));
    rest.remove_prefix(kCentralHeaderBytes + u16(rest, 28) + u16(rest, 30) + u16(rest, 32));
    unpacked += entry.unpackedBytes;
    const std::string key = lowerAscii(entry.name);
    if (!m_entries.emplace(key, std::move(entry)).second) return zipError("duplicate_entry");
  }
  if (unpacked > m_limits.unpackedBytes) return zipTooLarge(m_limits.unpackedBytes, "bytes");
  if (unpacked > m_limits.ratioCountsFrom && unpacked / std::max<std::int64_t>(m_file.size(), 1) >= m_limits.ratio)
    return zipTooLarge(m_limits.ratio, "ratio");
  return base::success();
}

base::Result<ZipArchive::Entry> ZipArchive::readEntry(std::string_view record) const {
  if (record.size() < kCentralHeaderBytes || u32(record, 0) != kCentralSignature) return zipError("damaged");
  const std::size_t nameBytes = u16(record, 28);
  if (record.size() < kCentralHeaderBytes + nameBytes + u16(record, 30) + u16(record, 32)) return zipError("damaged");
  if ((u16(record, 8) & kEncryptedFlags) != 0) return zipError("encrypted");
  Entry entry;
  entry.method = u16(record, 10);
  entry.crc = u32(record, 16);
  entry.packedBytes = u32(record, 20);
  entry.unpackedBytes = u32(record, 24);
  entry.headerAt = u32(record, 42);
  entry.name = record.substr(kCentralHeaderBytes, nameBytes);
  if (entry.packedBytes == 0xFFFFFFFF || entry.unpackedBytes == 0xFFFFFFFF || entry.headerAt == 0xFFFFFFFF)
    return zipError("zip64");
  if (entry.method != kStored && entry.method != kDeflated) return zipError("method");
  if (entry.method == kStored && entry.packedBytes != entry.unpackedBytes) return zipError("damaged");
  return entry;
}

// Entries that share bytes are how a small archive unpacks without end: each must have its own place before the directory.
base::Result<void> ZipArchive::checkLayout(const Directory& directory) {
  std::vector<Entry*> byPlace;
  for (auto& [key, entry] : m_entries) {
    OW_TRYV(locateData(entry));
    byPlace.push_back(&entry);
  }
  std::sort(byPlace.begin(), byPlace.end(), [](const Entry* a, const Entry* b) { return a->headerAt < b->headerAt; });
  std::int64_t free = 0;
  for (const Entry* entry : byPlace) {
    if (entry->headerAt < free) return zipError("overlapping_entries");
    free = entry->dataAt + entry->packedBytes;
  }
  if (free > directory.at) return zipError("overlapping_entries");
  return base::success();
}

base::Result<void> ZipArchive::locateData(Entry& entry) const {
  OW_TRY(const auto header, bytesAt(m_file, entry.headerAt, kLocalHeaderBytes));
  if (u32(header, 0) != kLocalSignature || u16(header, 26) != entry.name.size()) return zipError("damaged");
  OW_TRY(const auto name, bytesAt(m_file, entry.headerAt + static_cast<std::int64_t>(kLocalHeaderBytes), entry.name.size()));
  if (name != entry.name) return zipError("damaged");
  entry.dataAt = entry.headerAt + static_cast<std::int64_t>(kLocalHeaderBytes) + u16(header, 26) + u16(header, 28);
  return base::success();
}

bool ZipArchive::contains(std::string_view name) const {
  return m_entries.contains(lowerAscii(name));
}

base::Result<std::unique_ptr<ZipEntryStream>> ZipArchive::read(std::string_view name) const {
  const auto found = m_entries.find(lowerAscii(name));
  if (found == m_entries.end()) return base::fail(base::ErrorKind::notFound, {{"entity", "zip_entry"}});
  return std::unique_ptr<ZipEntryStream>(new ZipEntryStream(*this, found->second));
}

struct ZipEntryStream::Inflater {
  Inflater() : packed(std::size_t{1} << 16) { ready = inflateInit2(&stream, -15) == Z_OK; }  // raw deflate
  ~Inflater() { inflateEnd(&stream); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  z_stream stream{};
  std::vector<char> packed;
  bool ready = false;
  bool ended = false;
};

ZipEntryStream::ZipEntryStream(const ZipArchive& archive, const ZipArchive::Entry& entry) : m_archive(archive), m_entry(entry) {
  if (entry.method == kDeflated) m_inflater = std::make_unique<Inflater>();
}
ZipEntryStream::~ZipEntryStream() = default;

base::Result<std::size_t> ZipEntryStream::readPacked(std::span<char> into) {
  const auto left = static_cast<std::size_t>(m_entry.packedBytes - m_packedRead);
  const auto room = into.first(std::min(into.size(), left));
  OW_TRY(const auto got, m_archive.m_file.readAt(m_entry.dataAt + m_packedRead, room));
  if (got != room.size()) return zipError("damaged");
  m_packedRead += static_cast<std::int64_t>(got);
  return got;
}

base::Result<std::size_t> ZipEntryStream::inflateInto(std::span<char> into) {
  auto& stream = m_inflater->stream;
  if (!m_inflater->ready) return base::fail(base::ErrorKind::internal, {{"where", "inflateInit2"}});
  stream.next_out = reinterpret_cast<Bytef*>(into.data());
  stream.avail_out = static_cast<uInt>(into.size());
  while (stream.avail_out == into.size() && !m_inflater->ended) {
    if (stream.avail_in == 0) {
      OW_TRY(const auto got, readPacked(m_inflater->packed));
      if (got == 0) return zipError("damaged");
      stream.next_in = reinterpret_cast<Bytef*>(m_inflater->packed.data());
      stream.avail_in = static_cast<uInt>(got);
    }
    const int state = inflate(&stream, Z_NO_FLUSH);
    m_inflater->ended = state == Z_STREAM_END;
    if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR) return zipError("damaged");
  }
  return into.size() - stream.avail_out;
}

base::Result<std::size_t> ZipEntryStream::read(std::span<char> into) {
  if (into.empty()) return std::size_t{0};
  OW_TRY(const auto got, m_inflater ? inflateInto(into.first(std::min(into.size(), std::size_t{1} << 20))) : readPacked(into));
  m_produced += static_cast<std::int64_t>(got);
  m_crc = static_cast<std::uint32_t>(crc32(m_crc, reinterpret_cast<const Bytef*>(into.data()), static_cast<uInt>(got)));
  if (m_produced > m_entry.unpackedBytes) return zipError("damaged");
  if (got == 0 && (m_produced != m_entry.unpackedBytes || m_crc != m_entry.crc)) return zipError("damaged");
  return got;
}

}  // namespace ow::intake
