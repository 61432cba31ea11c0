// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/demo_numbers.h"

#include <bit>
#include <charconv>
#include <cstdio>

#include "domain/citizen_id.h"
#include "domain/uscc.h"

namespace ow::intake {

namespace {

// Counties of GB/T 2260, a few of each province: where people were born.
constexpr std::string_view kCounties[] = {
    "110101", "110108", "110112", "110114", "110115", "110116", "110118", "110119", "120101", "120102", "120103", "120104",
    "120106", "120114", "120116", "120118", "130107", "130204", "130431", "130626", "130708", "130822", "130881", "131171",
    "140303", "140403", "140428", "140623", "140702", "141027", "141123", "141129", "150172", "150221", "150222", "150302",
    "150722", "150925", "152526", "152531", "210102", "210211", "210281", "210311", "210321", "210502", "210505", "211481",
    "220103", "220281", "220283", "220284", "220521", "220702", "222406", "222426", "230113", "230202", "230205", "230281",
    "230306", "230382", "230505", "232701", "310101", "310104", "310107", "310109", "310114", "310115", "310116", "310117",
    "320312", "320321", "320509", "320576", "320803", "320804", "321181", "321182", "330106", "330112", "330381", "330522",
    "330523", "330681", "330702", "330921", "340103", "340122", "340304", "340706", "340827", "341126", "341321", "341702",
    "350206", "350405", "350428", "350581", "350582", "350703", "350781", "350924", "360302", "360521", "360731", "360824",
    "360902", "360982", "361127", "361181", "370117", "370302", "370683", "370829", "370983", "371073", "371328", "371526",
    "410225", "410329", "410711", "410781", "410822", "411422", "411726", "411771", "420115", "420302", "420322", "420583",
    "420602", "421127", "421381", "429005", "430182", "430211", "430321", "430503", "430681", "430922", "431128", "431322",
    "440404", "440608", "440803", "440881", "441322", "441424", "441623", "441825", "450108", "450123", "450223", "450421",
    "450902", "451082", "451324", "451423", "460108", "460202", "460204", "469005", "469023", "469025", "469028", "469029",
    "500104", "500105", "500110", "500111", "500119", "500154", "500229", "500230", "510683", "511302", "511724", "511823",
    "511825", "512021", "513331", "513431", "520302", "520323", "520521", "520524", "520625", "520628", "522601", "522629",
    "530381", "530628", "530629", "530926", "532524", "533325", "533422", "533423", "540122", "540171", "540325", "540329",
    "540425", "540426", "542521", "542527", "610423", "610428", "610502", "610629", "610831", "610921", "610929", "611026",
    "620103", "620525", "620725", "620921", "621125", "621228", "622923", "623024", "632301", "632322", "632522", "632624",
    "632701", "632802", "632822", "632823", "640181", "640323", "640381", "640402", "640424", "640425", "640521", "640522",
    "652301", "652324", "652701", "652929", "653130", "653223", "653224", "659012",
};

// Provinces by how many people have moved out of them or live in them, roughly.
constexpr double kProvinceShares[] = {2.0, 1.2, 6.0, 3.4, 2.0, 3.4, 2.0, 3.2, 2.0, 6.2, 4.6, 6.0, 3.2, 4.8, 8.2, 9.6,
                                      5.4, 6.4, 7.2, 5.0, 0.8, 3.2, 8.0, 3.8, 4.2, 0.4, 3.2, 2.2, 0.6, 0.8, 2.2};
constexpr std::size_t kCountiesEach = 8;
constexpr std::size_t kProvinces = std::size(kProvinceShares);
static_assert(std::size(kCounties) == kProvinces * kCountiesEach);

std::string dayText(base::Date date) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d%02u%02u", int(date.year()), unsigned(date.month()), unsigned(date.day()));
  return text;
}

std::uint64_t asNumber(std::string_view digits) {
  std::uint64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::size_t firstCountyOf(std::string_view province) {
  for (std::size_t i = 0; i < kProvinces; ++i)
    if (kCounties[i * kCountiesEach].starts_with(province)) return i * kCountiesEach;
  return 0;
}

}  // namespace

DemoNumbers::DemoNumbers(std::string division, std::int64_t persons)
    : m_division(std::move(division)), m_taken(std::bit_ceil(static_cast<std::uint64_t>(persons) * 2 + 1024)) {}

bool DemoNumbers::take(std::uint64_t key) {
  const std::size_t mask = m_taken.size() - 1;
  std::size_t at = (key * 0x9e3779b97f4a7c15U >> 20U) & mask;
  while (m_taken[at] != 0) {
    if (m_taken[at] == key) return false;
    at = (at + 1) & mask;
  }
  m_taken[at] = key;
  return true;
}

std::string DemoNumbers::numbered(Dice& dice, const std::string& region, base::Date birth, domain::Sex sex) {
  const bool male = sex == domain::Sex::male;
  const std::string day = dayText(birth);
  const int first = male ? 997 : 996;
  const int swap = int(dice.between(0, 1));
  for (int i = 0; i < 2; ++i) {
    const std::string first17 = region + day + std::to_string(first + 2 * (i ^ swap));
    if (take(asNumber(first17))) return first17 + domain::citizenIdCheckDigit(first17);
  }
  return {};
}

std::string DemoNumbers::citizenId(Dice& dice, std::string_view province, base::Date birth, domain::Sex sex) {
  static const Odds kWhere{std::span<const double>(kProvinceShares)};
  std::size_t county = 0;
  if (!province.empty()) {
    county = firstCountyOf(province) + dice.index(kCountiesEach);
  } else if (dice.chance(0.45)) {
    if (std::string number = numbered(dice, m_division, birth, sex); !number.empty()) return number;
    county = firstCountyOf(m_division.substr(0, 2)) + dice.index(kCountiesEach);
  } else {
    county = kWhere.draw(dice) * kCountiesEach + dice.index(kCountiesEach);
  }
  for (std::size_t tries = 0; tries < std::size(kCounties); ++tries) {
    const std::string region(kCounties[(county + tries) % std::size(kCounties)]);
    if (std::string number = numbered(dice, region, birth, sex); !number.empty()) return number;
  }
  return {};  // five hundred of one sex born on one day: the caller picks another birthday
}

std::string DemoNumbers::residencePermit(Dice& dice, std::string_view region, base::Date birth, domain::Sex sex) {
  return numbered(dice, std::string(region), birth, sex);
}

std::string DemoNumbers::foreignerId(Dice& dice, std::string_view country, base::Date birth, domain::Sex sex) {
  return numbered(dice, "9" + m_division.substr(0, 2) + std::string(country), birth, sex);
}

std::string DemoNumbers::uscc(std::string_view registry) {
  // Since 2015 the inner codes run from MA upwards; YY is beyond anything that will be reached for decades.
  static constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  std::string inner = "YY000000";
  std::uint64_t rest = ++m_organisations;
  for (std::size_t i = inner.size(); i > 2 && rest > 0; --i, rest /= kAlphabet.size())
    inner[i - 1] = kAlphabet[rest % kAlphabet.size()];
  std::string code = std::string(registry) + m_division + inner + domain::orgCodeCheckCharacter(inner);
  return code + domain::usccCheckCharacter(code);
}

std::string DemoNumbers::mobile(Dice& dice) {
  static constexpr std::string_view kPrefixes[] = {"138", "139", "136", "137", "135", "158", "159", "186", "188",
                                                   "189", "133", "152", "187", "150", "177", "185", "130", "151",
                                                   "153", "176", "199", "131", "156", "166", "173", "182", "183",
                                                   "178", "180", "132", "155", "191", "198", "147", "181", "195"};
  std::string number(dice.common(kPrefixes));
  std::string rest = std::to_string(dice.between(0, 99'999'999));
  return number.append(8 - rest.size(), '0') + rest;
}

}  // namespace ow::intake
