// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <string>
#include <thread>

#include "testkit/hall.h"

namespace ow::test {

// A way to a server's UNIX socket on which answers can be cut off, at a byte. One connection at a time.
class CuttingRelay {
 public:
  // `target` is the folder of the server's socket, folder() the one to connect to instead.
  explicit CuttingRelay(std::filesystem::path target);
  ~CuttingRelay();
  CuttingRelay(const CuttingRelay&) = delete;
  CuttingRelay& operator=(const CuttingRelay&) = delete;
  std::string folder() const { return m_folder.path(); }

  // What becomes of the connection after so many more bytes of answers.
  enum class Then { cut, silence };
  void after(std::int64_t bytes, Then then);
  // From now on servers do not say of themselves whether they are standbys, as behind a pooler that knows it from long ago.
  void hideStanding() { m_hidesStanding = true; }
  // Cut, or silent with something to say.
  bool hasStopped() const { return m_hasStopped; }
  int connections() const { return m_connections; }

 private:
  void serve();
  bool carryOn(int client, int server);
  bool answer(int client, int server);

  static constexpr std::int64_t kAll = std::numeric_limits<std::int64_t>::max();
  testkit::TempFolder m_folder;
  std::filesystem::path m_target;
  int m_listening = -1;
  int m_ending[2] = {-1, -1};
  std::atomic<std::int64_t> m_left{kAll};
  std::atomic<Then> m_then{Then::cut};
  std::atomic<bool> m_hasStopped{false};
  std::atomic<bool> m_hidesStanding{false};
  std::atomic<int> m_connections{0};
  std::thread m_thread;
};

}  // namespace ow::test
