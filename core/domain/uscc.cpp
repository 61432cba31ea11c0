// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/uscc.h"

#include <array>
#include <string>

#include "domain/citizen_id.h"

namespace ow::domain {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::string_view kBase36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::array kUsccWeights{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
constexpr std::array kOrgWeights{3, 7, 9, 10, 5, 8, 4, 2};

// 登记管理部门: 1 机构编制 2 外交 3 司法行政 4 文化 5 民政 6 旅游 7 宗教 8 工会 9 市场监管 A 军委机构编制 N 农业农村 Y 其他.
constexpr std::string_view kAuthorities = "123456789ANY";

// 机构类别 of the authorities whose table is settled; the others are not judged.
std::string_view categories(char authority) {
  switch (authority) {
    case '1':
    case '5':
    case '9':
    case 'N':
      return "1239";
    default:
      return kAlphabet;
  }
}

bool hasKnownRegister(std::string_view code) {
  return kAuthorities.find(code[0]) != std::string_view::npos && categories(code[0]).find(code[1]) != std::string_view::npos;
}

// 100000 stands for the whole country: firms registered at the national authority.
bool hasKnownArea(std::string_view code) {
  return code.substr(2, 6) == "100000" || isProvinceCode(code.substr(2, 2));
}

}  // namespace

char usccCheckCharacter(std::string_view first17) {
  if (first17.size() != kUsccWeights.size()) return '?';
  int sum = 0;
  for (std::size_t i = 0; i < kUsccWeights.size(); ++i) {
    const auto value = kAlphabet.find(first17[i]);
    if (value == std::string_view::npos) return '?';
    sum += static_cast<int>(value) * kUsccWeights[i];
  }
  return kAlphabet[static_cast<std::size_t>((31 - sum % 31) % 31)];
}

char orgCodeCheckCharacter(std::string_view first8) {
  if (first8.size() != kOrgWeights.size()) return '?';
  int sum = 0;
  for (std::size_t i = 0; i < kOrgWeights.size(); ++i) {
    const auto value = kBase36.find(first8[i]);
    if (value == std::string_view::npos) return '?';
    sum += static_cast<int>(value) * kOrgWeights[i];
  }
  const int check = 11 - sum % 11;
  if (check == 10) return 'X';
  return check == 11 ? '0' : static_cast<char>('0' + check);
}

bool isSoleTraderUscc(std::string_view normal) {
  return normal.starts_with("92");
}

IdentifierCheck checkUscc(std::string_view normal) {
  IdentifierCheck check{.normal = std::string(normal), .validity = Validity::formatBad, .warnings = {}, .birth = {}, .sex = {}};
  if (normal.size() != 18 || normal.find_first_not_of(kAlphabet) != std::string_view::npos) return check;
  if (!allDigits(normal.substr(2, 6))) return check;
  if (!hasKnownRegister(normal)) check.warnings.emplace_back(warning::kUnknownRegister);
  if (!hasKnownArea(normal)) check.warnings.emplace_back(warning::kUnknownArea);
  if (orgCodeCheckCharacter(normal.substr(8, 8)) != normal[16]) check.warnings.emplace_back(warning::kInnerCheck);
  check.validity = usccCheckCharacter(normal.substr(0, 17)) == normal[17] ? Validity::ok : Validity::checksumBad;
  return check;
}

IdentifierCheck checkOrgCode(std::string_view normal) {
  IdentifierCheck check{.normal = std::string(normal), .validity = Validity::formatBad, .warnings = {}, .birth = {}, .sex = {}};
  if (!fits(normal, "wwwwwwwww") || (!allDigits(normal.substr(8)) && normal[8] != 'X')) return check;
  check.validity = orgCodeCheckCharacter(normal.substr(0, 8)) == normal[8] ? Validity::ok : Validity::checksumBad;
  return check;
}

}  // namespace ow::domain
