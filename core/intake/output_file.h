// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace ow::intake {

// Why a file could not be made, by the system's number: diskFull; notAllowed (rule=file_permission or read_only_disk); notFound
// (entity=folder); duplicate (entity=file); tooLarge (limit=file_size); invalidInput (field=file, rule=name_too_long); else
// ioFailure with errno. All but duplicate carry the fact `operation`.
base::Error outputError(int number, const char* operation);

// What becomes of a file that bears the name already. A symbolic link is such a file, whether it leads anywhere or not: it is
// never followed.
enum class Existing { refuse, replace };

// A file that is made for somebody outside: it gets its name only when it is whole, and what was begun goes when this goes.
// Mode 0600. One thread.
class OutputFile {
 public:
  // Errors: outputError(); with `refuse` duplicate (entity=file).
  static base::Result<std::unique_ptr<OutputFile>> create(const std::filesystem::path& path, Existing existing);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  // Where it is being made, for libraries that want a path and for reading it back.
  const std::filesystem::path& making() const { return m_making; }
  // A failure is told by close().
  void write(std::string_view text);
  // Everything that was written is on the disk.
  base::Result<void> close();
  // Gives it its name.
  base::Result<void> publish();

 private:
  OutputFile(std::filesystem::path path, Existing existing);
  void flush();

  std::filesystem::path m_path, m_making;
  Existing m_existing;
  std::string m_waiting;
  int m_descriptor = -1;
  int m_failure = 0;  // the first, as errno says it
};

}  // namespace ow::intake
