// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/byte_source.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

namespace ow::intake {

namespace {

constexpr std::size_t kRawChunk = std::size_t{1} << 17;

base::Error gzipError(std::string rule) {
  return base::fail(base::ErrorKind::unsupportedFormat, {{"format", "gzip"}, {"rule", std::move(rule)}});
}

}  // namespace

struct ByteSource::Gunzip {
  Gunzip() : raw(kRawChunk) {}
  ~Gunzip() { inflateEnd(&stream); }
  Gunzip(const Gunzip&) = delete;
  Gunzip& operator=(const Gunzip&) = delete;

  z_stream stream{};
  std::vector<char> raw;
  enum class Place { inMember, betweenMembers, ended } place = Place::inMember;
};

ByteSource::ByteSource(RegularFile file, UnpackLimits limits) : m_file(std::move(file)), m_limits(limits) {}
ByteSource::~ByteSource() = default;

base::Result<std::unique_ptr<ByteSource>> ByteSource::open(const std::filesystem::path& path, UnpackLimits limits) {
  OW_TRY(auto file, RegularFile::open(path));
  std::array<char, 3> magic{};
  OW_TRY(const auto got, file.readAt(0, magic));
  std::unique_ptr<ByteSource> source(new ByteSource(std::move(file), limits));
  const bool packed = got == 3 && magic[0] == '\x1f' && magic[1] == '\x8b' && magic[2] == '\x08';
  if (!packed) return source;
  source->m_gunzip = std::make_unique<Gunzip>();
  constexpr int kGzipWindow = 15 + 16;  // the largest window, gzip wrapper
  if (inflateInit2(&source->m_gunzip->stream, kGzipWindow) != Z_OK)
    return base::fail(base::ErrorKind::internal, {{"where", "inflateInit2"}});
  return source;
}

base::Result<std::size_t> ByteSource::read(std::span<char> into) {
  if (into.empty()) return std::size_t{0};
  std::size_t got = std::min(into.size(), m_ahead.size() - m_aheadFrom);
  if (got > 0) {
    std::memcpy(into.data(), m_ahead.data() + m_aheadFrom, got);
    m_aheadFrom += got;
    if (m_aheadFrom == m_ahead.size()) {
      std::string().swap(m_ahead);
      m_aheadFrom = 0;
    }
  } else {
    OW_TRY(got, m_gunzip ? unpack(into) : readRaw(into));
  }
  m_taken += static_cast<std::int64_t>(got);
  return got;
}

base::Result<std::string_view> ByteSource::peek(std::size_t bytes) {
  while (m_ahead.size() - m_aheadFrom < bytes) {
    const std::size_t held = m_ahead.size();
    m_ahead.resize(std::max(held + kRawChunk, m_aheadFrom + bytes));
    const std::span<char> room(m_ahead.data() + held, m_ahead.size() - held);
    const auto got = m_gunzip ? unpack(room) : readRaw(room);
    m_ahead.resize(held + (got ? got.value() : 0));
    if (!got) return got.error();
    if (got.value() == 0) break;
  }
  return std::string_view(m_ahead).substr(m_aheadFrom, bytes);
}

base::Result<std::size_t> ByteSource::readRaw(std::span<char> into) {
  OW_TRY(const auto got, m_file.readAt(m_rawRead, into));
  m_rawRead += static_cast<std::int64_t>(got);
  if (!m_gunzip) m_produced += static_cast<std::int64_t>(got);
  return got;
}

base::Result<std::size_t> ByteSource::unpack(std::span<char> into) {
  auto& gunzip = *m_gunzip;
  auto& stream = gunzip.stream;
  stream.next_out = reinterpret_cast<Bytef*>(into.data());
  stream.avail_out = static_cast<uInt>(std::min<std::size_t>(into.size(), std::size_t{1} << 30));
  const auto room = stream.avail_out;
  while (stream.avail_out == room && gunzip.place != Gunzip::Place::ended) {
    if (stream.avail_in == 0) {
      OW_TRY(const auto got, readRaw(gunzip.raw));
      if (got == 0 && gunzip.place == Gunzip::Place::inMember) return gzipError("truncated");
      if (got == 0) break;
      stream.next_in = reinterpret_cast<Bytef*>(gunzip.raw.data());
      stream.avail_in = static_cast<uInt>(got);
    }
    // Behind a member: another one, or the zeros that some tools pad with.
    if (gunzip.place == Gunzip::Place::betweenMembers) {
      if (*stream.next_in == 0) {
        gunzip.place = Gunzip::Place::ended;
        break;
      }
      inflateReset(&stream);
      gunzip.place = Gunzip::Place::inMember;
    }
    const int state = inflate(&stream, Z_NO_FLUSH);
    if (state == Z_STREAM_END)
      gunzip.place = Gunzip::Place::betweenMembers;
    else if (state != Z_OK && state != Z_BUF_ERROR)
      return gzipError("damaged");
  }
  const std::size_t made = room - stream.avail_out;
  m_produced += static_cast<std::int64_t>(made);
  OW_TRYV(checkGrowth());
  return made;
}

base::Result<void> ByteSource::checkGrowth() const {
  if (m_produced > m_limits.totalBytes)
    return base::fail(base::ErrorKind::tooLarge, {{"limit", std::to_string(m_limits.totalBytes)}, {"unit", "bytes"}});
  if (m_produced > m_limits.ratioCountsFrom && m_produced / std::max<std::int64_t>(m_rawRead, 1) > m_limits.ratio)
    return base::fail(base::ErrorKind::tooLarge, {{"limit", std::to_string(m_limits.ratio)}, {"unit", "ratio"}});
  return base::success();
}

double ByteSource::fraction() const {
  if (m_file.size() == 0 || m_produced == 0) return m_file.size() == 0 ? 1.0 : 0.0;
  const double raw = static_cast<double>(m_rawRead) / static_cast<double>(m_file.size());
  return std::min(1.0, raw * static_cast<double>(m_taken) / static_cast<double>(m_produced));
}

}  // namespace ow::intake
