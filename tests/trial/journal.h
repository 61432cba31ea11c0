// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/clock.h"

namespace ow::trial {

// What a desk has seen happen, one line each: "<milliseconds since 1970> <word> ...". A line is on the disk when append() has
// returned, so that whoever reads it after a kill -9 knows what a clerk had been told. Any thread.
class Journal {
 public:
  // Goes on behind what is there; a line that was cut off is ended first. Ends the program when it cannot be written: a trial
  // without its journal proves nothing.
  explicit Journal(const std::filesystem::path& path);
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  void append(const std::vector<std::string>& lines);
  void append(const std::string& line) { append(std::vector<std::string>{line}); }

  // The operations that were saved and not yet heard to be safe or refused when the journal was opened.
  const std::vector<std::string>& unfinished() const { return m_unfinished; }

 private:
  base::SystemClock m_clock;
  int m_fd = -1;
  std::vector<std::string> m_unfinished;
};

}  // namespace ow::trial
