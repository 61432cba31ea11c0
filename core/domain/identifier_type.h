// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enum_codes.h"

namespace ow::domain {

// The papers and registers that a hall takes a number from.
enum class IdentifierType {
  citizenId,                // 公民身份号码, GB 11643-1999 (18 characters, or the 15 digits before 1999)
  hkMacauTaiwanResidence,   // 港澳台居民居住证, 810000/820000/830000
  foreignerResidence,       // 外国人永久居留身份证, 2023 edition: 18 digits that start with 9
  foreignerResidenceOld,    // the same card before 2023: three letters and 12 digits
  hkMacauPermit,            // 港澳居民来往内地通行证 (回乡证)
  taiwanPermit,             // 台湾居民来往大陆通行证 (台胞证)
  hkMacauExitPermit,        // 往来港澳通行证
  taiwanExitPermit,         // 往来台湾通行证
  passportCn,               // 中华人民共和国护照
  passportForeign,          // a passport of any other country
  birthCertificate,         // 出生医学证明
  officerCard,              // 军官证: free text
  uscc,                     // 统一社会信用代码, GB 32100-2015
  businessRegistrationOld,  // 营业执照注册号 before 2015
  orgCodeOld,               // 组织机构代码, GB 11714
  taxNumberOld,             // 税务登记号 before 2015
  curp,                     // Mexico, persons
  rfc,                      // Mexico, tax payers
  ssn,                      // United States, social security
  itin,                     // United States, tax payers without a social security number
  other,
};

// What checking a number said. None of these refuses a number: old and mis-issued ones exist, and a clerk may keep any of
// them with a reason (only `ok` and `unchecked` need none).
enum class Validity {
  ok,           // keeps every rule that its kind has
  checksumBad,  // the right shape, the wrong check character
  formatBad,    // not the shape of its kind, or a date or place that cannot be
  unchecked,    // its kind has no rule that we could check, or only for a part
};

}  // namespace ow::domain

template <>
inline constexpr auto ow::base::kCodes<ow::domain::IdentifierType> =
    std::array<std::string_view, 21>{"citizen_id",
                                     "hk_macau_taiwan_residence",
                                     "foreigner_residence",
                                     "foreigner_residence_old",
                                     "hk_macau_permit",
                                     "taiwan_permit",
                                     "hk_macau_exit_permit",
                                     "taiwan_exit_permit",
                                     "passport_cn",
                                     "passport_foreign",
                                     "birth_certificate",
                                     "officer_card",
                                     "uscc",
                                     "business_registration_old",
                                     "org_code_old",
                                     "tax_number_old",
                                     "curp",
                                     "rfc",
                                     "ssn",
                                     "itin",
                                     "other"};

template <>
inline constexpr auto ow::base::kCodes<ow::domain::Validity> =
    std::array<std::string_view, 4>{"ok", "checksum_bad", "format_bad", "unchecked"};
