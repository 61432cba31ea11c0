// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

namespace ow::intake {

using base::ErrorKind;
using base::Result;

namespace {

constexpr std::size_t kWrittenAtOnce = std::size_t{1} << 16;

bool isThere(const std::filesystem::path& path) {
  std::error_code code;
  return std::filesystem::exists(std::filesystem::symlink_status(path, code));
}

int renameOver(const std::filesystem::path& from, const std::filesystem::path& to) {
  return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

int renameBeside(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  // Some file systems, such as those of memory sticks, do not know how.
  return isThere(to) ? EEXIST : renameOver(from, to);
}

}  // namespace

base::Error outputError(int number, const char* operation) {
  const base::Fact fact{"operation", operation};
  switch (number) {
    case ENOSPC:
    case EDQUOT:
      return base::fail(ErrorKind::diskFull, {fact});
    case EACCES:
    case EPERM:
      return base::fail(ErrorKind::notAllowed, {{"rule", "file_permission"}, fact});
    case EROFS:
      return base::fail(ErrorKind::notAllowed, {{"rule", "read_only_disk"}, fact});
    case ENOENT:
    case ENOTDIR:
      return base::fail(ErrorKind::notFound, {{"entity", "folder"}, fact});
    case EEXIST:
    case EISDIR:
    case ENOTEMPTY:
      return base::fail(ErrorKind::duplicate, {{"entity", "file"}});
    case EFBIG:
      return base::fail(ErrorKind::tooLarge, {{"limit", "file_size"}, fact});
    case ENAMETOOLONG:
      return base::fail(ErrorKind::invalidInput, {{"field", "file"}, {"rule", "name_too_long"}, fact});
    default:
      return base::fail(ErrorKind::ioFailure, {fact, {"errno", std::to_string(number)}});
  }
}

OutputFile::OutputFile(std::filesystem::path path, Existing existing)
    : m_path(std::move(path)), m_making(m_path.string() + ".making"), m_existing(existing) {}

Result<std::unique_ptr<OutputFile>> OutputFile::create(const std::filesystem::path& path, Existing existing) {
  if (existing == Existing::refuse && isThere(path)) return outputError(EEXIST, "create");
  std::unique_ptr<OutputFile> file(new OutputFile(path, existing));
  ::unlink(file->m_making.c_str());  // what a program that was killed has left
  file->m_descriptor = ::open(file->m_making.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file->m_descriptor < 0) return outputError(errno, "create");
  return file;
}

OutputFile::~OutputFile() {
  if (m_descriptor >= 0) ::close(m_descriptor);
  if (!m_making.empty()) ::unlink(m_making.c_str());
}

void OutputFile::write(std::string_view text) {
  m_waiting.append(text);
  if (m_waiting.size() >= kWrittenAtOnce) flush();
}

void OutputFile::flush() {
  std::string_view rest = m_waiting;
  while (m_failure == 0 && !rest.empty()) {
    const ssize_t written = ::write(m_descriptor, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) m_failure = errno;
    if (written > 0) rest.remove_prefix(std::size_t(written));
  }
  m_waiting.clear();
}

Result<void> OutputFile::close() {
  flush();
  if (m_failure == 0 && ::fsync(m_descriptor) != 0) m_failure = errno;
  if (::close(std::exchange(m_descriptor, -1)) != 0 && m_failure == 0) m_failure = errno;
  if (m_failure != 0) return outputError(m_failure, "write");
  return base::success();
}

Result<void> OutputFile::publish() {
  const int failure = m_existing == Existing::replace ? renameOver(m_making, m_path) : renameBeside(m_making, m_path);
  if (failure != 0) return outputError(failure, "rename");
  m_making.clear();
  return base::success();
}

}  // namespace ow::intake
