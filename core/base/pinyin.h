// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ow::base {

// How Han characters are read (Hanyu Pinyin, GB/T 16159 without tones): lower-case ASCII, ü written v, and the form with u
// beside it (吕: lv, lu) because both are typed. First readings come from ICU; names often use another one, which our own
// tables add. Any thread. The first reading of a process costs about 160 ms (ICU parses its rules): call warmUp() on a worker
// at start.
class Pinyin {
 public:
  Pinyin();
  ~Pinyin();
  Pinyin(const Pinyin&) = delete;
  Pinyin& operator=(const Pinyin&) = delete;

  // All readings of a character, traditional or simplified, the likeliest in a given name first; empty when it has none that we
  // know. Readings stay valid as long as this object.
  std::span<const std::string> readings(char32_t character) const;
  // The same with the readings as a surname first (单 shan, 解 xie, 仇 qiu).
  std::span<const std::string> surnameReadings(char32_t character) const;

  // How many characters at the front of a folded Han name are the surname: 2 for 欧阳 and its like, 1 for other names of two to
  // four characters, 0 when this does not look like a Han person's name.
  std::size_t surnameLength(std::u32string_view name) const;
  // The readings of each character of a folded name, at its place: compound surnames (尉迟 yu chi, 万俟 mo qi) are known as
  // wholes.
  std::vector<std::span<const std::string>> nameReadings(std::u32string_view name) const;

  void warmUp() const;

 private:
  struct Tables;
  std::unique_ptr<Tables> m_tables;
};

// The one of this process.
const Pinyin& pinyin();

}  // namespace ow::base
