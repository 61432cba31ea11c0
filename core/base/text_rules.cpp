// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text_rules.h"

#include <cstdio>
#include <optional>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/text_fold.h"
#include "base/utf8.h"

namespace ow::base {

namespace {

constexpr char32_t kByteOrderMark = 0xFEFF;
constexpr char32_t kZeroWidthNonJoiner = 0x200C;
constexpr char32_t kZeroWidthJoiner = 0x200D;

bool isControl(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}
bool isNoncharacter(char32_t c) {
  return (c & 0xFFFEU) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}
bool isLineBreak(char32_t c) {
  return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
}
bool isOuterSpace(char32_t c) {
  return u_isUWhiteSpace(UChar32(c)) != 0 && c != 0x85;
}  // NEL is a C1 control: refused, not trimmed
bool isInvisible(char32_t c) {
  return u_hasBinaryProperty(UChar32(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 || u_charType(UChar32(c)) == U_FORMAT_CHAR;
}

// What is wrong with a code point, or nothing.
const char* refusal(const Utf8Step& step, Lines lines) {
  const char32_t c = step.codePoint;
  if (!step.valid) return "utf8";
  if (lines == Lines::single && (c == '\t' || isLineBreak(c))) return "control";
  if (c == '\t' || isLineBreak(c)) return nullptr;
  if (isControl(c)) return "control";
  return isNoncharacter(c) ? "noncharacter" : nullptr;
}

Error refused(const char* rule, std::size_t position) {
  return fail(ErrorKind::invalidInput, {{"rule", rule}, {"position", std::to_string(position)}});
}

Error tooLong(std::size_t limit, const char* unit) {
  return fail(ErrorKind::invalidInput, {{"rule", "too_long"}, {"limit", std::to_string(limit)}, {"unit", unit}});
}

std::size_t startOfLast(std::string_view text) {
  std::size_t start = text.size() - 1;
  while (start > 0 && text.size() - start < 4 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80) --start;
  return start;
}

struct Trimmed {
  std::string_view text;
  std::size_t before = 0;  // code points cut off in front
};

Trimmed trimmed(std::string_view text) {
  Trimmed result{text, 0};
  while (!result.text.empty()) {
    const Utf8Step step = firstOf(result.text);
    const bool mark = step.codePoint == kByteOrderMark && result.before == 0;  // a file's signature, no part of the text
    if (!step.valid || (!mark && !isOuterSpace(step.codePoint))) break;
    result.text.remove_prefix(step.size);
    ++result.before;
  }
  while (!result.text.empty()) {
    const std::size_t start = startOfLast(result.text);
    const Utf8Step step = firstOf(result.text.substr(start));
    if (!step.valid || start + step.size != result.text.size() || !isOuterSpace(step.codePoint)) break;
    result.text.remove_suffix(step.size);
  }
  return result;
}

// One line break for whatever stands at the front of `rest`.
std::size_t lineBreakSize(std::string_view rest, const Utf8Step& step) {
  return rest.starts_with("\r\n") ? 2 : step.size;
}

// Letters whose shape hangs on joiners, and emoji sequences. Latin, Greek, Cyrillic and Han need none: there a joiner hides
// something.
bool needsJoiners(char32_t c) {
  if (u_hasBinaryProperty(UChar32(c), UCHAR_EXTENDED_PICTOGRAPHIC) != 0) return true;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(UChar32(c), &status)) {
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
    case USCRIPT_UNKNOWN:
      return false;
    default:
      return U_SUCCESS(status);
  }
}

bool staysInvisible(char32_t c, std::optional<char32_t> before) {
  if (!before) return false;
  if (c == kZeroWidthJoiner || c == kZeroWidthNonJoiner) return needsJoiners(*before) || *before == 0xFE0F;
  if (u_hasBinaryProperty(UChar32(c), UCHAR_VARIATION_SELECTOR) == 0) return false;
  return u_isgraph(UChar32(*before)) != 0 && !isInvisible(*before);
}

bool runsRightToLeft(char32_t c) {
  const UCharDirection direction = u_charDirection(UChar32(c));
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC || direction == U_ARABIC_NUMBER;
}

}  // namespace

Result<std::string> acceptText(std::string_view raw, TextLimits limits, Lines lines) {
  auto [rest, position] = trimmed(raw);
  std::string text;
  text.reserve(rest.size() < limits.maxBytes ? rest.size() : limits.maxBytes);
  std::size_t count = 0;
  while (!rest.empty()) {
    const Utf8Step step = firstOf(rest);
    ++position;
    if (const char* rule = refusal(step, lines)) return refused(rule, position);
    if (++count > limits.maxCodePoints) return tooLong(limits.maxCodePoints, "characters");
    const std::size_t size = isLineBreak(step.codePoint) ? lineBreakSize(rest, step) : step.size;
    if (isLineBreak(step.codePoint))
      text += '\n';
    else
      text.append(rest, 0, size);
    if (text.size() > limits.maxBytes) return tooLong(limits.maxBytes, "bytes");
    rest.remove_prefix(size);
  }
  return text;
}

Result<std::string> acceptKeyText(std::string_view raw, TextLimits limits) {
  OW_TRY(auto text, acceptText(raw, limits, Lines::single));
  std::u32string points = decoded(text);
  for (std::size_t i = 0; i < points.size(); ++i) {
    char32_t& c = points[i];
    if (isInvisible(c)) return refused("invisible", i + 1);
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    if (u_charType(UChar32(c)) == U_SPACE_SEPARATOR) c = ' ';
  }
  return acceptText(nfc(encoded(points)), limits, Lines::single);  // NFC may make a text longer: once more through the limits
}

RepairedText repairedText(std::string_view raw, Lines lines) {
  RepairedText result;
  std::string_view rest = trimmed(raw).text;
  result.text.reserve(rest.size());
  while (!rest.empty()) {
    const Utf8Step step = firstOf(rest);
    const bool isBreak = step.valid && isLineBreak(step.codePoint);
    const std::size_t size = isBreak ? lineBreakSize(rest, step) : step.size;
    if (refusal(step, lines) != nullptr) {
      result.text += encoded(kReplacementCharacter);
      ++result.replaced;
    } else if (isBreak) {
      result.text += '\n';
    } else {
      result.text.append(rest, 0, size);
    }
    rest.remove_prefix(size);
  }
  return result;
}

bool isRightToLeft(std::string_view text) {
  while (!text.empty()) {
    const Utf8Step step = firstOf(text);
    const UCharDirection direction = u_charDirection(UChar32(step.codePoint));
    if (direction == U_LEFT_TO_RIGHT) return false;
    if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) return true;
    text.remove_prefix(step.size);
  }
  return false;
}

std::string visibleText(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::optional<char32_t> before;
  while (!text.empty()) {
    const Utf8Step step = firstOf(text);
    const char32_t c = step.codePoint;
    const bool hidden = isInvisible(c) && !staysInvisible(c, before);
    const bool strange = (isControl(c) && c != '\n' && c != '\t') || isNoncharacter(c);
    if (hidden || strange) {
      char written[24];
      std::snprintf(written, sizeof written, "⟨U+%04X⟩", unsigned(c));
      out += written;
    } else {
      out += encoded(c);
    }
    before = c;
    text.remove_prefix(step.size);
  }
  return out;
}

std::string isolated(std::string_view text) {
  std::string shown = visibleText(text);
  bool anyRightToLeft = false;
  for (std::string_view rest = shown; !rest.empty() && !anyRightToLeft;) {
    const Utf8Step step = firstOf(rest);
    anyRightToLeft = runsRightToLeft(step.codePoint);
    rest.remove_prefix(step.size);
  }
  if (!anyRightToLeft) return shown;
  return encoded(U'\u2068') + shown + encoded(U'\u2069');
}

}  // namespace ow::base
