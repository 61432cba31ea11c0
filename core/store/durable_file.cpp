// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/durable_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace ow::store {

using base::ErrorKind;
using base::Result;

namespace {

base::Error systemError(int code, const char* operation) {
  switch (code) {
    case ENOENT:
      return base::fail(ErrorKind::storeMissing, {{"operation", operation}});
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return base::fail(ErrorKind::diskFull, {{"operation", operation}});
    case EROFS:
    case EACCES:
    case EPERM:
      return base::fail(ErrorKind::storeReadOnly, {{"operation", operation}});
    default:
      return base::fail(ErrorKind::ioFailure, {{"operation", operation}, {"code", std::to_string(code)}});
  }
}

struct Descriptor {
  int fd;
  ~Descriptor() {
    if (fd >= 0) ::close(fd);
  }
};

Result<void> writeAll(int fd, std::string_view content) {
  while (!content.empty()) {
    const ssize_t n = ::write(fd, content.data(), content.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return systemError(errno, "write");
    content.remove_prefix(std::size_t(n));
  }
  if (::fsync(fd) != 0) return systemError(errno, "fsync");
  return base::success();
}

}  // namespace

Result<void> replaceFile(const std::filesystem::path& path, std::string_view content) {
  // A name of its own for each writer: two at once must not write into one file.
  std::string fresh = path.string() + ".new-XXXXXX";
  {
    const Descriptor file{::mkostemp(fresh.data(), O_CLOEXEC)};  // mode 0600
    if (file.fd < 0) return systemError(errno, "create");
    const auto written = writeAll(file.fd, content);
    if (!written) {
      ::unlink(fresh.c_str());
      return written.error();
    }
  }
  if (::rename(fresh.c_str(), path.c_str()) != 0) {
    const int code = errno;
    ::unlink(fresh.c_str());
    return systemError(code, "rename");
  }
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  const Descriptor directory{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (directory.fd >= 0) ::fsync(directory.fd);  // some file systems refuse to sync a folder; the rename itself has happened
  return base::success();
}

Result<std::string> readSmallFile(const std::filesystem::path& path) {
  constexpr std::size_t kMost = std::size_t{1} << 20U;
  const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
  if (file.fd < 0) return systemError(errno, "open");
  struct stat status{};
  if (::fstat(file.fd, &status) != 0 || !S_ISREG(status.st_mode))
    return base::fail(ErrorKind::ioFailure, {{"operation", "not_a_file"}});
  std::string content;
  char buffer[65536];
  for (;;) {
    const ssize_t n = ::read(file.fd, buffer, sizeof buffer);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return systemError(errno, "read");
    if (n == 0) return content;
    content.append(buffer, std::size_t(n));
    if (content.size() > kMost) return base::fail(ErrorKind::tooLarge, {{"limit", std::to_string(kMost)}, {"unit", "bytes"}});
  }
}

Result<ProcessLock> ProcessLock::take(const std::filesystem::path& store) {
  const std::string path = store.string() + ".lock";
  const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) return systemError(errno, "lock");
  if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
    const int code = errno;
    ::close(fd);
    if (code == EWOULDBLOCK) return base::fail(ErrorKind::storeInUse);
    return systemError(code, "lock");
  }
  return ProcessLock(fd);
}

Result<ProcessLock> ProcessLock::takeKeys(const std::filesystem::path& store) {
  const std::string path = store.string() + ".keys.lock";
  const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) {
    base::Error error = systemError(errno, "lock");
    // Where nothing can be written nobody changes the keys, either; where there is no folder, loading the ring will say so.
    if (error.kind == ErrorKind::ioFailure) return error;
    return ProcessLock(-1);
  }
  while (::flock(fd, LOCK_EX) != 0) {
    if (errno == EINTR) continue;
    const int code = errno;
    ::close(fd);
    return systemError(code, "lock");
  }
  return ProcessLock(fd);
}

ProcessLock::~ProcessLock() {
  if (m_fd >= 0) ::close(m_fd);
}

}  // namespace ow::store
