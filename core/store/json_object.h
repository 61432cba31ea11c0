// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ow::store {

// A JSON object as it stands in its text. Rows of the centre are read by this: it gives numbers to the last digit and members
// that nobody knows byte by byte, which the digest of a row needs and a document tree does not keep; and it makes no tree. One
// reader serves many texts, one after the other.
class JsonObject {
 public:
  enum class Type { null, number, text, other };  // other: true, false, objects, arrays
  struct Member {
    std::string_view key;  // as it stands, without its quotes
    Type type = Type::null;
    std::string_view raw;  // the value as it stands
  };

  // False when it is no JSON object; not everything inside of a nested value is looked at. Views point into `text`.
  bool read(std::string_view text);
  // The elements of an array, as members without keys.
  bool readArray(std::string_view text);
  const std::vector<Member>& members() const { return m_members; }
  // Null when the member is not there.
  const Member* find(std::string_view key) const;

  // Nothing when the member is of another type or does not fit.
  static std::optional<std::int64_t> integer(const Member& member);
  static std::optional<double> real(const Member& member);
  // Valid until the next read(). Nothing for a text with a broken escape or a NUL.
  std::optional<std::string_view> text(const Member& member);

 private:
  std::vector<Member> m_members;
  std::string m_unescaped;
};

}  // namespace ow::store
