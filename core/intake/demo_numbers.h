// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "domain/sex.h"
#include "intake/demo_dice.h"

// Numbers that keep every rule of their kind and name nobody: citizens' numbers end in order codes that registers do not hand
// out (996-999), the organisations' codes lie in a range of GB 11714 that was never opened. Only core/intake/demo_* includes
// this.
namespace ow::intake {

class DemoNumbers {
 public:
  // `division`: GB/T 2260 code of the hall; `persons`: about how many numbers will be asked for.
  DemoNumbers(std::string division, std::int64_t persons);

  // A citizen's number that no call before has given; `province` of two digits, or empty: near the hall, else anywhere. Where
  // a birthday has used up its four numbers in one county, the next county takes over, so the birthday always holds.
  std::string citizenId(Dice& dice, std::string_view province, base::Date birth, domain::Sex sex);
  // The same for the residence permits of Hong Kong, Macau and Taiwan (region 810000, 820000, 830000).
  std::string residencePermit(Dice& dice, std::string_view region, base::Date birth, domain::Sex sex);
  // A permanent resident's card of 2023: 9, province, country (ISO 3166-1 numeric), birth, order, check.
  std::string foreignerId(Dice& dice, std::string_view country, base::Date birth, domain::Sex sex);
  // `registry`: the first two characters, authority and category.
  std::string uscc(std::string_view registry);
  // Eleven digits of a mobile number.
  std::string mobile(Dice& dice);

 private:
  std::string numbered(Dice& dice, const std::string& region, base::Date birth, domain::Sex sex);
  // False when the key was there already.
  bool take(std::uint64_t key);

  std::string m_division;
  std::vector<std::uint64_t> m_taken;  // open addressing, 0 is empty: a million numbers in 16 MB
  std::uint64_t m_organisations = 0;
};

}  // namespace ow::intake
