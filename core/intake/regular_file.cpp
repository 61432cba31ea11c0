// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/regular_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>
#include <utility>
#include <vector>

#include "base/digest.h"

namespace ow::intake {

namespace {

std::string_view kindOfFile(mode_t mode) {
  if (S_ISDIR(mode)) return "directory";
  if (S_ISFIFO(mode)) return "fifo";
  if (S_ISSOCK(mode)) return "socket";
  return "device";
}

base::Error openError(int number) {
  if (number == ENOENT || number == ENOTDIR) return base::fail(base::ErrorKind::notFound, {{"entity", "file"}});
  if (number == EACCES || number == EPERM) return base::fail(base::ErrorKind::notAllowed, {{"rule", "file_permission"}});
  return base::fail(base::ErrorKind::ioFailure, {{"operation", "open"}, {"errno", std::to_string(number)}});
}

base::Error notRegular(mode_t mode) {
  return base::fail(base::ErrorKind::unsupportedFormat, {{"format", std::string(kindOfFile(mode))}});
}

std::int64_t nanosOf(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

}  // namespace

base::Result<RegularFile> RegularFile::open(const std::filesystem::path& path) {
  // Looked at before it is opened, because opening a device may already do something; and once more after, against a swap.
  struct stat status{};
  if (::stat(path.c_str(), &status) != 0) return openError(errno);
  if (!S_ISREG(status.st_mode)) return notRegular(status.st_mode);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (descriptor < 0) return openError(errno);
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
    ::close(descriptor);
    return notRegular(status.st_mode);
  }
  return RegularFile(descriptor, status.st_size, nanosOf(status.st_mtim));
}

RegularFile::RegularFile(int descriptor, std::int64_t size, std::int64_t modifiedNanos)
    : m_descriptor(descriptor), m_size(size), m_modifiedNanos(modifiedNanos) {}

RegularFile::RegularFile(RegularFile&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)), m_size(other.m_size), m_modifiedNanos(other.m_modifiedNanos) {}

RegularFile& RegularFile::operator=(RegularFile&& other) noexcept {
  std::swap(m_descriptor, other.m_descriptor);
  m_size = other.m_size;
  m_modifiedNanos = other.m_modifiedNanos;
  return *this;
}

RegularFile::~RegularFile() {
  if (m_descriptor >= 0) ::close(m_descriptor);
}

base::Result<std::size_t> RegularFile::readAt(std::int64_t offset, std::span<char> into) const {
  std::size_t filled = 0;
  while (filled < into.size()) {
    const ssize_t got = ::pread(m_descriptor, into.data() + filled, into.size() - filled, offset + static_cast<off_t>(filled));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return base::fail(base::ErrorKind::ioFailure, {{"operation", "read"}, {"errno", std::to_string(errno)}});
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  OW_TRYV(checkUnchanged());
  return filled;
}

base::Result<void> RegularFile::checkUnchanged() const {
  struct stat status{};
  if (::fstat(m_descriptor, &status) != 0)
    return base::fail(base::ErrorKind::ioFailure, {{"operation", "read"}, {"errno", std::to_string(errno)}});
  if (status.st_size != m_size || nanosOf(status.st_mtim) != m_modifiedNanos)
    return base::fail(base::ErrorKind::ioFailure, {{"operation", "read"}, {"changed", "yes"}});
  return base::success();
}

base::Result<std::string> sha256OfFile(const std::filesystem::path& path) {
  OW_TRY(const auto file, RegularFile::open(path));
  base::Sha256Stream hash;
  std::vector<char> chunk(std::size_t{1} << 18);
  for (std::int64_t at = 0; at < file.size();) {
    OW_TRY(const auto got, file.readAt(at, chunk));
    if (got == 0) break;
    hash.add({chunk.data(), got});
    at += static_cast<std::int64_t>(got);
  }
  return base::hexOf(hash.end());
}

}  // namespace ow::intake
