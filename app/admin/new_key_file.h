// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "base/random.h"
#include "base/redacted.h"
#include "base/result.h"

namespace ow::admin {

// A key file that a command made goes again when the command comes to nothing.
class NewKeyFile {
 public:
  explicit NewKeyFile(std::filesystem::path path) : m_path(std::move(path)) {}
  ~NewKeyFile();
  NewKeyFile(const NewKeyFile&) = delete;
  NewKeyFile& operator=(const NewKeyFile&) = delete;

  // The secret of the key file: what it holds, or a new full-strength key when there is none yet.
  base::Result<base::Redacted<std::string>> secret(base::Random& random);
  // It stays; a new one is told on stderr.
  void keep();

 private:
  std::filesystem::path m_path;
  bool m_isMade = false;
};

}  // namespace ow::admin
