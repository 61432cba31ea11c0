// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace ow::store {

// Replaces a small file as a whole: written beside it, fsynced, renamed, folder fsynced. Mode 0600.
base::Result<void> replaceFile(const std::filesystem::path& path, std::string_view content);
// At most 1 MiB. storeMissing when it is not there.
base::Result<std::string> readSmallFile(const std::filesystem::path& path);

// An exclusive lock of this process on "<store>.lock", released when it goes, also by kill -9. storeInUse when another holds
// it.
class ProcessLock {
 public:
  static base::Result<ProcessLock> take(const std::filesystem::path& store);
  // Held from reading a key ring to writing it back: a try, a change of passphrase and a new clerk must not undo each other,
  // and many tries at once are counted one by one. Waits.
  static base::Result<ProcessLock> takeKeys(const std::filesystem::path& store);
  ~ProcessLock();
  ProcessLock(ProcessLock&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
  ProcessLock& operator=(ProcessLock&&) = delete;

 private:
  explicit ProcessLock(int fd) : m_fd(fd) {}
  int m_fd;
};

}  // namespace ow::store
