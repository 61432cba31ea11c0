// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/mrz_lines.h"

#include <algorithm>

#include "domain/typed_text.h"

namespace ow::domain {
namespace {

// Three lines of a card with every blank doubled would still be shorter. Bytes.
constexpr std::size_t kLongestText = 512;

base::Error refused(std::string_view rule) {
  return base::fail(base::ErrorKind::invalidInput, {{"field", "mrz"}, {"rule", std::string(rule)}});
}

// Angle brackets that an input method or another keyboard layout makes of the filler. « is one sign for two of them.
struct Replacement {
  std::string_view from;
  std::string_view to;
};
constexpr Replacement kFillers[] = {{"«", "<<"}, {"《", "<"}, {"〈", "<"}, {"‹", "<"}};

void replaceAll(std::string& text, Replacement replacement) {
  for (auto at = text.find(replacement.from); at != std::string::npos;
       at = text.find(replacement.from, at + replacement.to.size()))
    text.replace(at, replacement.from.size(), replacement.to);
}

std::string cleanLine(std::string_view raw) {
  auto line = foldTyped(raw).text;
  for (const auto& filler : kFillers) replaceAll(line, filler);
  for (char& c : line) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == ' ' || c == ';' || c == ',') c = '<';
  }
  return line;
}

bool isZoneCharacter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '<';
}

std::vector<std::string> splitLines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of("\r\n"), text.size());
    auto line = cleanLine(text.substr(0, end));
    if (line.find_first_not_of('<') != std::string::npos) lines.push_back(std::move(line));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// A wedge may send the zone as one run.
std::vector<std::string> cutRun(const std::string& run) {
  const std::size_t count = run.size() == 90 ? 3 : 2;
  if (run.size() != 90 && run.size() != 88 && run.size() != 72) return {run};
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < count; ++i) lines.push_back(run.substr(i * run.size() / count, run.size() / count));
  return lines;
}

// Blanks that stood for fillers are lost or added at line ends. Where a line ends in fillers by its nature they can be given
// back.
enum class LineEnd { fillers, checkDigit };

bool fitLine(std::string& line, std::size_t length, LineEnd end) {
  while (line.size() > length && line.back() == '<') line.pop_back();
  if (end == LineEnd::fillers && line.size() < length && line.size() > 5) line.resize(length, '<');
  return line.size() == length;
}

bool fitAll(MrzLines& zone) {
  auto& lines = zone.lines;
  if (zone.format == MrzFormat::td1)
    return fitLine(lines[0], 30, LineEnd::fillers) && fitLine(lines[1], 30, LineEnd::checkDigit) &&
           fitLine(lines[2], 30, LineEnd::fillers);
  const std::size_t length = zone.format == MrzFormat::td3 || zone.format == MrzFormat::mrvA ? 44 : 36;
  return fitLine(lines[0], length, LineEnd::fillers) && fitLine(lines[1], length, LineEnd::checkDigit);
}

}  // namespace

base::Result<MrzLines> mrzLines(std::string_view text) {
  if (text.size() > kLongestText) return refused("line_length");
  auto lines = splitLines(text);
  if (lines.size() == 1) lines = cutRun(lines.front());
  for (const auto& line : lines)
    if (!std::all_of(line.begin(), line.end(), isZoneCharacter)) return refused("characters");
  if (lines.size() != 2 && lines.size() != 3) return refused("lines");

  MrzLines zone{MrzFormat::td1, std::move(lines)};
  if (zone.lines.size() == 2) {
    const auto length = zone.lines[1].size();
    const bool isVisa = zone.lines[0].starts_with('V');
    if (length == 30) return refused("lines");
    if (length >= 40) {
      zone.format = isVisa ? MrzFormat::mrvA : MrzFormat::td3;
    } else {
      zone.format = isVisa ? MrzFormat::mrvB : MrzFormat::td2;
    }
  }
  if (!fitAll(zone)) return refused("line_length");
  return zone;
}

}  // namespace ow::domain
