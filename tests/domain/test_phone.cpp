// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "domain/phone.h"

using namespace ow::domain;

namespace {

PhoneCheck chinese(std::string_view raw) {
  return checkPhone(raw, "CN");
}

}  // namespace

TEST_CASE("A Chinese mobile is one number however it is written", "[phone]") {
  for (const auto* raw :
       {"13812345678", "138 1234 5678", "138-1234-5678", "１３８１２３４５６７８", "+86 138 1234 5678", "8613812345678",
        "0086 138 1234 5678", "013812345678", "(+86)13812345678", "＋８６－１３８１２３４５６７８", "138\u20131234\u20135678",
        "tel:+86-138-1234-5678", "138\u30001234\u30005678", "\t13812345678\n"}) {
    INFO(raw);
    const auto check = chinese(raw);
    CHECK(check.e164 == "+8613812345678");
    CHECK(check.national == "13812345678");
    CHECK(check.kind == PhoneKind::mobile);
    CHECK(check.validity == Validity::ok);
    CHECK(check.region == "CN");
  }
}

TEST_CASE("Mobile ranges of every year are mobiles; what starts 10 to 12 is not", "[phone]") {
  for (const auto* raw : {"13012345678", "14512345678", "15912345678", "16612345678", "17312345678", "18812345678",
                          "19212345678", "19712345678", "15412345678"}) {
    INFO(raw);
    CHECK(chinese(raw).kind == PhoneKind::mobile);
    CHECK(chinese(raw).validity == Validity::ok);
    CHECK(chinese(raw).e164 == std::string("+86") + raw);
  }
  CHECK(chinese("12812345678").validity == Validity::unchecked);
  CHECK(chinese("1381234567").validity == Validity::unchecked);
  CHECK(chinese("138123456789012").validity == Validity::formatBad);
}

TEST_CASE("Fixed lines lose the trunk 0 and keep their inner line apart", "[phone]") {
  for (const auto* raw : {"010-65529988", "(010)65529988", "（010）6552 9988", "+86 (0)10 6552 9988", "+86 10 65529988"}) {
    INFO(raw);
    const auto check = chinese(raw);
    CHECK(check.e164 == "+861065529988");
    CHECK(check.kind == PhoneKind::fixedLine);
    CHECK(check.validity == Validity::ok);
    CHECK(check.extension.empty());
  }
  for (const auto* raw : {"010-65529988-123", "010-65529988转123", "010-65529988 转 123", "010-65529988 ext. 123",
                          "010-65529988分机123", "010-65529988#123", "010-65529988 x123", "01065529988转分机 123"}) {
    INFO(raw);
    CHECK(chinese(raw).e164 == "+861065529988");
    CHECK(chinese(raw).extension == "123");
  }
  CHECK(chinese("1065529988").e164 == "+861065529988");  // its 0 forgotten: no sender of messages
  CHECK(chinese("0755-26001234").e164 == "+8675526001234");
  CHECK(chinese("0538-6123456").kind == PhoneKind::fixedLine);
}

TEST_CASE("Digits without an area code are good in one town only", "[phone]") {
  for (const auto* raw : {"65529988", "6552-9988", "2123456"}) {
    INFO(raw);
    const auto check = chinese(raw);
    CHECK(check.e164.empty());
    CHECK(check.kind == PhoneKind::fixedLine);
    CHECK(check.validity == Validity::unchecked);
  }
  CHECK(chinese("6552-9988").national == "65529988");
}

TEST_CASE("Hotlines, emergency and freephone numbers are good inside the country only", "[phone]") {
  for (const auto* raw : {"110", "119", "120", "12345", "12329", "12315", "10086", "95588", "96110", "116114", "4008123123",
                          "400-812-3123", "8008101234", "950718", "106575251234"}) {
    INFO(raw);
    const auto check = chinese(raw);
    CHECK(check.e164.empty());
    CHECK(check.national == phoneDigits(raw));
    CHECK(check.kind == PhoneKind::serviceNumber);
    CHECK(check.validity == Validity::ok);
    CHECK(check.region == "CN");
  }
  CHECK(chinese("+86 400 812 3123").e164.empty());
  CHECK(chinese("+86 400 812 3123").national == "4008123123");
  CHECK(checkPhone("911", "US").kind == PhoneKind::serviceNumber);
  CHECK(checkPhone("911", "US").e164.empty());
  CHECK(checkPhone("911", "MX").validity == Validity::ok);
}

TEST_CASE("Mexico's old prefixes are dropped", "[phone]") {
  for (const auto* raw :
       {"+52 1 55 1234 5678", "044 55 1234 5678", "045 55 1234 5678", "01 55 1234 5678", "55 1234 5678", "+525512345678"}) {
    INFO(raw);
    const auto check = checkPhone(raw, "MX");
    CHECK(check.e164 == "+525512345678");
    CHECK(check.validity == Validity::ok);
    CHECK(check.region == "MX");
  }
}

TEST_CASE("Numbers from abroad keep their own country", "[phone]") {
  CHECK(chinese("+852 2345 6789").region == "HK");
  CHECK(chinese("+852 2345 6789").kind == PhoneKind::fixedLine);
  CHECK(chinese("+886 912 345 678").region == "TW");
  CHECK(chinese("+886 912 345 678").kind == PhoneKind::mobile);
  CHECK(chinese("+1 617 635 4500").e164 == "+16176354500");
  CHECK(chinese("+1 617 635 4500").kind == PhoneKind::other);  // both look alike there
  CHECK(checkPhone("(617) 635-4500", "us").region == "US");
  CHECK(checkPhone("+1 800 356 9377", "US").kind == PhoneKind::serviceNumber);
  CHECK(checkPhone("13812345678", "").validity == Validity::formatBad);
  CHECK(checkPhone("+8613812345678", "").validity == Validity::ok);
  CHECK(checkPhone("+8613812345678", "XX").validity == Validity::ok);
}

TEST_CASE("What cannot be a number is told, with its digits kept", "[phone][hostile]") {
  for (const auto* raw : {"", " ", "*#06#", "**21*13812345678#", "王小明", "1", "13812345678/13912345678", "1-800-FLOWERS", "+",
                          "+999 123456789", "13812345678; DROP TABLE", "1381234\u202e5678", "138\u200b12345678",
                          "\xff"
                          "13812345678",
                          "+86+8613812345678"}) {
    INFO(raw);
    const auto check = chinese(raw);
    CHECK(check.validity == Validity::formatBad);
    CHECK(check.e164.empty());
  }
  CHECK(chinese("13812345678/13912345678").national == "1381234567813912345678");
}

TEST_CASE("Phone search sees digits of any script and nothing else", "[phone]") {
  CHECK(phoneDigits("+86 (0)138-1234") == "8601381234");
  CHECK(phoneDigits("１３８\u200b١٢") == "13812");
  CHECK(phoneDigits("王\xff").empty());
}

TEST_CASE("Every number that has an E.164 form is found again by it", "[phone][property]") {
  for (const auto* raw :
       {"13812345678", "010-65529988", "+852 2345 6789", "+52 1 55 1234 5678", "+886912345678", "+39 06 698 12345"}) {
    const auto once = chinese(raw);
    const auto again = checkPhone(once.e164, "MX");
    INFO(raw);
    CHECK(again.e164 == once.e164);
    CHECK(again.national == once.national);
    CHECK(again.validity == once.validity);
  }
}
