// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/masking.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

#include "domain/foreign_identifier.h"
#include "domain/graphemes.h"
#include "domain/identifier_check.h"
#include "domain/phone.h"
#include "domain/typed_text.h"
#include "domain/uscc.h"

namespace ow::domain {
namespace {

using Characters = std::vector<std::string>;

// 复姓 in use, by the surname lists of the census.
constexpr std::array<std::string_view, 40> kCompoundSurnames{
    "欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "轩辕", "夏侯", "长孙",
    "宇文", "端木", "申屠", "公羊", "澹台", "濮阳", "淳于", "单于", "太叔", "呼延", "钟离", "鲜于", "闾丘", "司空",
    "亓官", "百里", "东郭", "南门", "南宫", "西门", "独孤", "歐陽", "司馬", "諸葛", "東方", "尉遲"};

std::string joined(const Characters& characters, std::size_t from, std::size_t to) {
  std::string text;
  for (std::size_t i = from; i < to; ++i) text += characters[i];
  return text;
}

std::string stars(std::size_t count) {
  return std::string(count, '*');
}

// Keeps so many at either end, but never more than half of all in total: of a short text the end gives way first.
std::string keepEnds(const Characters& characters, std::size_t head, std::size_t tail) {
  const auto size = characters.size();
  const auto keptHead = std::min(head, size / 2);
  const auto keptTail = std::min(tail, size / 2 - keptHead);
  return joined(characters, 0, keptHead) + stars(size - keptHead - keptTail) + joined(characters, size - keptTail, size);
}

std::size_t surnameLength(const Characters& name, SurnameMask surname) {
  if (surname == SurnameMask::firstCharacter || name.size() < 3) return 1;
  const auto first = name[0] + name[1];
  return std::find(kCompoundSurnames.begin(), kCompoundSurnames.end(), first) != kCompoundSurnames.end() ? 2 : 1;
}

std::string maskedHanName(const Characters& name, SurnameMask surname) {
  if (name.size() == 1) return "*";
  const auto head = surnameLength(name, surname);
  const auto tail = name.size() > head + 1 ? std::size_t{1} : std::size_t{0};
  std::string text = joined(name, 0, head);
  for (std::size_t i = head; i < name.size() - tail; ++i) text += scriptOf(name[i]) == Script::separator ? name[i] : "*";
  return text + joined(name, name.size() - tail, name.size());
}

std::string maskedWords(const Characters& name) {
  std::string text;
  bool isInWord = false;
  for (const auto& character : name) {
    const bool isBlank = scriptOf(character) == Script::blank;
    if (!isBlank && !isInWord) text += (text.empty() ? "" : " ") + character + "***";
    isInWord = !isBlank;
  }
  return text;
}

enum class IdentifierMask { none, citizen, paper, lastFour };

IdentifierMask maskOf(IdentifierType type, std::string_view normal) {
  switch (type) {
    case IdentifierType::citizenId:
    case IdentifierType::hkMacauTaiwanResidence:
    case IdentifierType::foreignerResidence:
    case IdentifierType::foreignerResidenceOld:
    case IdentifierType::curp:
    case IdentifierType::businessRegistrationOld:
    case IdentifierType::taxNumberOld:
      return IdentifierMask::citizen;
    case IdentifierType::uscc:
      return isSoleTraderUscc(normal) || checkUscc(normal).validity == Validity::formatBad ? IdentifierMask::citizen
                                                                                           : IdentifierMask::none;
    case IdentifierType::orgCodeOld:
      return checkOrgCode(normal).validity == Validity::formatBad ? IdentifierMask::paper : IdentifierMask::none;
    case IdentifierType::rfc:
      return isCompanyRfc(normal) ? IdentifierMask::none : IdentifierMask::paper;
    case IdentifierType::ssn:
    case IdentifierType::itin:
      return IdentifierMask::lastFour;
    default:
      return IdentifierMask::paper;
  }
}

bool looksLikeMobile(std::string_view digits) {
  return fits(digits, "1dddddddddd") && digits[1] >= '3';
}

// 010 and 02x have three digits of area code, all others four; without the trunk prefix one less.
std::string maskedChineseFixedLine(std::string_view national) {
  const bool isShortArea = national.starts_with("10") || national.starts_with('2');
  const std::size_t area = isShortArea ? 2 : 3;
  if (national.size() < area + 7) return stars(national.size());
  const auto line = national.substr(area);
  return "0" + std::string(national.substr(0, area)) + "-" + std::string(line.substr(0, line.size() - 4)) + "****";
}

std::string maskedAbroad(std::string_view digits) {
  const Characters characters = graphemes(digits);
  return "+" + keepEnds(characters, 2, 4);
}

}  // namespace

std::string maskedName(std::string_view utf8, SurnameMask surname) {
  auto name = graphemes(utf8);
  const bool hasHan = std::any_of(name.begin(), name.end(), [](const auto& c) { return scriptOf(c) == Script::han; });
  if (!hasHan) return maskedWords(name);
  std::erase_if(name, [](const auto& c) { return scriptOf(c) == Script::blank; });
  return maskedHanName(name, surname);
}

std::string maskedIdentifier(IdentifierType type, std::string_view normal, MaskStrength strength) {
  const auto mask = maskOf(type, normal);
  const auto characters = graphemes(normal);
  if (mask == IdentifierMask::none) return joined(characters, 0, characters.size());
  if (strength == MaskStrength::strict) return keepEnds(characters, 1, 1);
  switch (mask) {
    case IdentifierMask::citizen:
      return keepEnds(characters, 3, 4);
    case IdentifierMask::lastFour:
      return keepEnds(characters, 0, 4);
    default:
      return keepEnds(characters, 1, 3);
  }
}

std::string maskedPhone(std::string_view e164OrNational) {
  const bool isE164 = e164OrNational.starts_with('+');
  const auto digits = phoneDigits(e164OrNational);
  const std::string_view view = digits;
  if (isE164 && !view.starts_with("86")) return maskedAbroad(view);
  auto national = isE164 ? view.substr(2) : view;
  if (looksLikeMobile(national)) return std::string(national.substr(0, 3)) + "****" + std::string(national.substr(7));
  if (isE164) return maskedChineseFixedLine(national);
  const auto check = checkPhone(view, "CN");
  if (check.kind == PhoneKind::serviceNumber) return digits;
  if (check.kind == PhoneKind::fixedLine && !check.e164.empty()) return maskedChineseFixedLine(check.national);
  if (view.size() == 7 || view.size() == 8) return std::string(view.substr(0, view.size() - 4)) + "****";
  return keepEnds(graphemes(view), 2, 2);
}

std::string maskedEmail(std::string_view utf8) {
  const auto at = utf8.rfind('@');
  if (at == std::string_view::npos || at == 0 || at + 1 == utf8.size()) return "***";
  const auto name = graphemes(utf8.substr(0, at));
  const auto domain = graphemes(utf8.substr(at + 1));
  return (name.empty() ? std::string() : name.front()) + "***@" + joined(domain, 0, domain.size());
}

std::string maskedBirthDate(base::Date date) {
  if (!date.ok()) return "****-**-**";
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d-**-**", static_cast<int>(date.year()));
  return text.data();
}

std::string maskedBankAccount(std::string_view digits) {
  return keepEnds(graphemes(compactUpper(foldTyped(digits).text)), 0, 4);
}

std::string maskedPlate(std::string_view utf8) {
  return keepEnds(graphemes(compactUpper(foldTyped(utf8).text)), 2, 1);
}

}  // namespace ow::domain
