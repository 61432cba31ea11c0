// SPDX-License-Identifier: GPL-3.0-or-later
#include "new_key_file.h"

#include <array>
#include <iostream>

#include "command.h"
#include "store/durable_file.h"

namespace ow::admin {

NewKeyFile::~NewKeyFile() {
  std::error_code ignored;
  if (m_isMade) std::filesystem::remove(m_path, ignored);
}

base::Result<base::Redacted<std::string>> NewKeyFile::secret(base::Random& random) {
  std::error_code code;
  if (std::filesystem::exists(m_path, code)) return readKeyFile(m_path);
  std::array<std::uint8_t, 32> bytes{};
  random.fill(bytes);
  std::string hex;
  for (const std::uint8_t byte : bytes) hex += {"0123456789abcdef"[byte >> 4U], "0123456789abcdef"[byte & 15U]};
  base::Redacted<std::string> made(hex);
  hex += "\n";
  const auto written = store::replaceFile(m_path, hex);
  base::wipe(hex);
  OW_TRYV(written);
  m_isMade = true;
  return made;
}

void NewKeyFile::keep() {
  if (m_isMade)
    std::cerr << "A new key file was written: " << m_path.string()
              << " (readable by you alone). Keep it apart from the store.\n";
  m_isMade = false;
}

}  // namespace ow::admin
