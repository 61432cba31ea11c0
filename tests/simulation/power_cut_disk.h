// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "base/random.h"

struct sqlite3_vfs;

namespace ow::testkit {

// A disk in memory, under SQLite, whose power can be cut before any write, truncate or sync. What was written since the last
// sync of a file is then kept, lost or torn, sector by sector, as the dice fall: the behaviour that SQLite's own crash tests
// assume of a disk that keeps its promise about fsync. One thread.
class PowerCutDisk {
 public:
  PowerCutDisk();
  ~PowerCutDisk();
  PowerCutDisk(const PowerCutDisk&) = delete;
  PowerCutDisk& operator=(const PowerCutDisk&) = delete;

  const char* vfsName() const { return m_name.c_str(); }

  // What is on the disk, as it would be found after a clean end.
  using Image = std::map<std::string, std::vector<std::uint8_t>>;
  Image image() const;
  void load(const Image& image);

  // The power goes at the n-th writing call from now; every call after it fails.
  void cutAfter(std::int64_t writingCalls) { m_left = writingCalls; }
  bool isCut() const { return m_isCut; }
  std::int64_t writingCalls() const { return m_calls; }
  // The disk as it is found when the power is back.
  void restorePower(base::Random& dice);
  // `calls` calls fail, with the given SQLite code and the system's errno behind it, and the disk goes on.
  void failAt(std::int64_t writingCall, std::int64_t calls, int code, int systemCode) {
    m_failAt = m_calls + writingCall;
    m_failCalls = calls;
    m_failCode = code;
    m_systemCode = systemCode;
  }

  struct File {
    std::vector<std::uint8_t> synced;
    std::vector<std::uint8_t> current;
    std::set<std::size_t> dirty;                    // sectors written since the last sync
    std::vector<std::vector<std::uint8_t>> shared;  // the log's index, in memory
    int lockers = 0;
    int sharers = 0;
  };
  // For the functions that SQLite calls.
  File& open(const std::string& name) { return *m_files.try_emplace(name, std::make_unique<File>()).first->second; }
  bool has(const std::string& name) const { return m_files.contains(name); }
  void remove(const std::string& name) { m_files.erase(name); }
  // 0, or what the call must answer instead of doing its work.
  int spend();

 private:
  std::string m_name;
  std::unique_ptr<sqlite3_vfs> m_vfs;
  std::map<std::string, std::unique_ptr<File>> m_files;
  std::int64_t m_left = -1;
  std::int64_t m_calls = 0;
  std::int64_t m_failAt = -1;
  std::int64_t m_failCalls = 0;
  int m_failCode = 0;
  int m_systemCode = 0;
  bool m_isCut = false;
};

}  // namespace ow::testkit
