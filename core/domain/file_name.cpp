// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/file_name.h"

#include <algorithm>
#include <array>

#include "base/text_fold.h"
#include "base/text_rules.h"
#include "base/utf8.h"

namespace ow::domain {

namespace {

using namespace std::string_view_literals;

// A disk gives a name 255 bytes; a copy that is made beside it needs some of them.
constexpr std::size_t kMostBytes = 200;
constexpr std::size_t kLongestEnding = 16;

constexpr std::array kDevices{"con"sv, "prn"sv, "aux"sv, "nul"sv, "conin$"sv, "conout$"sv};
constexpr std::array kNumberedDevices{"com"sv, "lpt"sv};

std::string lower(std::string_view ascii) {
  std::string text(ascii);
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  return text;
}

// Some systems open a device for "con", and for "con.txt" as well.
bool isDevice(std::string_view name) {
  std::string stem = lower(name.substr(0, name.find('.')));
  while (stem.ends_with(' ')) stem.pop_back();
  if (std::find(kDevices.begin(), kDevices.end(), stem) != kDevices.end()) return true;
  for (const std::string_view device : kNumberedDevices)
    if (stem.size() > device.size() && stem.starts_with(device)) {
      const std::string_view digit = std::string_view(stem).substr(device.size());
      if (digit == "¹" || digit == "²" || digit == "³") return true;
      if (digit.size() == 1 && digit.front() >= '0' && digit.front() <= '9') return true;
    }
  return false;
}

std::string_view trimmedEnds(std::string_view name) {
  const auto isOuter = [](char c) { return c == '.' || c == ' '; };
  while (!name.empty() && isOuter(name.front())) name.remove_prefix(1);
  while (!name.empty() && isOuter(name.back())) name.remove_suffix(1);
  return name;
}

// At most `bytes`, between two code points.
std::string_view cut(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80) --bytes;
  return text.substr(0, bytes);
}

std::string shortened(std::string_view name) {
  if (name.size() <= kMostBytes) return std::string(name);
  const std::size_t dot = name.rfind('.');
  const std::string_view ending =
      dot != std::string_view::npos && name.size() - dot <= kLongestEnding ? name.substr(dot) : std::string_view{};
  return std::string(cut(name, kMostBytes - ending.size())) + std::string(ending);
}

}  // namespace

std::string cleanFileName(std::string_view raw) {
  std::string name = base::visibleText(base::nfc(base::repairedText(raw, base::Lines::single).text));
  std::replace_if(name.begin(), name.end(), [](char c) { return "/\\:*?\"<>|"sv.find(c) != std::string_view::npos; }, '_');
  name = trimmedEnds(shortened(trimmedEnds(name)));
  if (name.empty()) return "_";
  return isDevice(name) ? "_" + name : name;
}

}  // namespace ow::domain
