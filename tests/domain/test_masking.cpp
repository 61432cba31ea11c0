// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "domain/masking.h"

using namespace ow::domain;
using namespace std::chrono_literals;
using ow::base::Date;

TEST_CASE("A Han name keeps its first and last character", "[masking]") {
  CHECK(maskedName("张三") == "张*");
  CHECK(maskedName("王小明") == "王*明");
  CHECK(maskedName("欧阳修文") == "欧**文");
  CHECK(maskedName("司马相如") == "司**如");
  CHECK(maskedName("欧阳修") == "欧*修");
  CHECK(maskedName("王") == "*");
  CHECK(maskedName("").empty());
  CHECK(maskedName("王 明") == "王*");
  CHECK(maskedName(" 王\u3000小明 ") == "王*明");
}

TEST_CASE("A compound surname may be shown whole", "[masking]") {
  CHECK(maskedName("司马相如", SurnameMask::wholeSurname) == "司马*如");
  CHECK(maskedName("欧阳修", SurnameMask::wholeSurname) == "欧阳*");
  CHECK(maskedName("欧阳", SurnameMask::wholeSurname) == "欧*");
  CHECK(maskedName("王小明", SurnameMask::wholeSurname) == "王*明");
}

TEST_CASE("Names of minorities keep their dot, in whichever form it was written", "[masking]") {
  CHECK(maskedName("买买提·吐尔逊") == "买**·**逊");
  CHECK(maskedName("买买提•吐尔逊") == "买**•**逊");
  CHECK(maskedName("买买提・吐尔逊") == "买**・**逊");
}

TEST_CASE("Rare characters are masked whole, never in halves", "[masking]") {
  CHECK(maskedName("𠮷田") == "𠮷*");
  CHECK(maskedName("王𬱖𡈽") == "王*𡈽");
  CHECK(maskedName("\U00030ede明华") == "\U00030ede*华");
  CHECK(maskedName("辻\U000e0101小明") == "辻\U000e0101*明");
  CHECK(maskedName("王\ue1a3") == "王*");
  CHECK(maskedName("김민수") == "김*수");
}

TEST_CASE("Names of letters keep the first of each word and hide their length", "[masking]") {
  CHECK(maskedName("John Smith") == "J*** S***");
  CHECK(maskedName("O'Brien") == "O***");
  CHECK(maskedName("van der Berg") == "v*** d*** B***");
  CHECK(maskedName("Ng") == "N***");
  CHECK(maskedName("É\u0301ric") == "É\u0301***");
  CHECK(maskedName("ئەلى مەخمۇت") == "ئ*** م***");
  CHECK(maskedName("བཀྲ་ཤིས") == "བ***");
  CHECK(maskedName("Null") == "N***");
}

TEST_CASE("A name cannot carry a hidden sign or a tower of accents out of its mask", "[masking][hostile]") {
  CHECK(maskedName("王\u202e小明") == "王*明");
  CHECK(maskedName(std::string("王\0明", 7)) == "王*");
  std::string tower = "Z";
  for (int i = 0; i < 255; ++i) tower += "\u0301";
  CHECK(maskedName(tower + "algo") == "Z***");
  CHECK(maskedName("王\xff明") == "王*明");
}

TEST_CASE("Citizen numbers keep three and four, strictly one and one", "[masking]") {
  CHECK(maskedIdentifier(IdentifierType::citizenId, "110101199003071233") == "110***********1233");
  CHECK(maskedIdentifier(IdentifierType::citizenId, "11010519491231002X") == "110***********002X");
  CHECK(maskedIdentifier(IdentifierType::citizenId, "110101199003071233", MaskStrength::strict) == "1****************3");
  CHECK(maskedIdentifier(IdentifierType::citizenId, "110101900307997") == "110********7997");
  CHECK(maskedIdentifier(IdentifierType::hkMacauTaiwanResidence, "810000199001010019") == "810***********0019");
  CHECK(maskedIdentifier(IdentifierType::foreignerResidence, "911840198506150038") == "911***********0038");
  CHECK(maskedIdentifier(IdentifierType::curp, "BOXW310820HNERXN09") == "BOX***********XN09");
}

TEST_CASE("Passports and permits keep one and three, American numbers the last four", "[masking]") {
  CHECK(maskedIdentifier(IdentifierType::passportCn, "E12345678") == "E*****678");
  CHECK(maskedIdentifier(IdentifierType::taiwanPermit, "12345678") == "1****678");
  CHECK(maskedIdentifier(IdentifierType::hkMacauPermit, "H1234567800") == "H*******800");
  CHECK(maskedIdentifier(IdentifierType::passportForeign, "AB123") == "A***3");
  CHECK(maskedIdentifier(IdentifierType::ssn, "536904399") == "*****4399");
  CHECK(maskedIdentifier(IdentifierType::rfc, "GODE561231GR8") == "G*********GR8");
  CHECK(maskedIdentifier(IdentifierType::other, "") == "");
  CHECK(maskedIdentifier(IdentifierType::other, "7") == "*");
  CHECK(maskedIdentifier(IdentifierType::officerCard, "军字第1234567号") == "军*******67号");
}

TEST_CASE("Codes of firms are public, those of sole traders are not", "[masking]") {
  CHECK(maskedIdentifier(IdentifierType::uscc, "91110000600037341L") == "91110000600037341L");
  CHECK(maskedIdentifier(IdentifierType::uscc, "92110000600037341L") == "921***********341L");
  CHECK(maskedIdentifier(IdentifierType::orgCodeOld, "600037341") == "600037341");
  CHECK(maskedIdentifier(IdentifierType::rfc, "BUÑ800101AB1") == "BUÑ800101AB1");
  CHECK(maskedIdentifier(IdentifierType::taxNumberOld, "11010119900307123301") == "110*************3301");
  // A person's number that was typed into the wrong field is not shown for that.
  CHECK(maskedIdentifier(IdentifierType::orgCodeOld, "110101199003071233") == "1**************233");
  CHECK(maskedIdentifier(IdentifierType::uscc, "110101900307997") == "110********7997");
}

TEST_CASE("No mask of a personal number shows more than half of it", "[masking][property]") {
  for (std::size_t length = 1; length <= 30; ++length) {
    const std::string number(length, '7');
    for (std::size_t i = 0; i < ow::base::kCodes<IdentifierType>.size(); ++i) {
      const auto type = static_cast<IdentifierType>(i);
      if (type == IdentifierType::uscc || type == IdentifierType::orgCodeOld) continue;
      const auto masked = maskedIdentifier(type, number);
      CAPTURE(length, masked);
      CHECK(masked.size() == length);
      CHECK(static_cast<std::size_t>(std::count(masked.begin(), masked.end(), '7')) <= length / 2);
    }
  }
}

TEST_CASE("Phones hide four digits; numbers of services stay", "[masking]") {
  CHECK(maskedPhone("+8613812345678") == "138****5678");
  CHECK(maskedPhone("13812345678") == "138****5678");
  CHECK(maskedPhone("+861065529988") == "010-6552****");
  CHECK(maskedPhone("01065529988") == "010-6552****");
  CHECK(maskedPhone("+8675526001234") == "0755-2600****");
  CHECK(maskedPhone("+865386123456") == "0538-612****");
  CHECK(maskedPhone("65529988") == "6552****");
  CHECK(maskedPhone("12345") == "12345");
  CHECK(maskedPhone("4008123123") == "4008123123");
  CHECK(maskedPhone("+525512345678") == "+52******5678");
  CHECK(maskedPhone("+16176354500") == "+16******500");
  CHECK(maskedPhone("") == "");
  CHECK(maskedPhone("1234567890123") == "12*********23");
}

TEST_CASE("E-mail keeps its first character and its domain", "[masking]") {
  CHECK(maskedEmail("zhang.san@example.com") == "z***@example.com");
  CHECK(maskedEmail("张三@例子.中国") == "张***@例子.中国");
  CHECK(maskedEmail("\"a@b\"@example.com") == "\"***@example.com");
  CHECK(maskedEmail("not an address") == "***");
  CHECK(maskedEmail("@example.com") == "***");
  CHECK(maskedEmail("a@") == "***");
}

TEST_CASE("A Chinese address is shown down to its street office or town", "[masking][address]") {
  CHECK(maskedAddress("北京市东城区东华门街道南池子大街12号3单元") == "北京市东城区东华门街道****");
  CHECK(maskedAddress("四川省广安市广安区浓洄街道城南路8号") == "四川省广安市广安区浓洄街道****");
  CHECK(maskedAddress("江苏省苏州市昆山市周庄镇全福路1号") == "江苏省苏州市昆山市周庄镇****");
  CHECK(maskedAddress("上海市浦东新区张江镇 碧波路690号") == "上海市浦东新区张江镇****");
  CHECK(maskedAddress("内蒙古自治区锡林郭勒盟苏尼特左旗满都拉图镇1号") == "内蒙古自治区锡林郭勒盟苏尼特左旗满都拉图镇****");
  CHECK(maskedAddress("新疆维吾尔自治区伊犁哈萨克自治州伊宁市巴彦岱镇5号") ==
        "新疆维吾尔自治区伊犁哈萨克自治州伊宁市巴彦岱镇****");
  CHECK(maskedAddress("云南省临沧市双江拉祜族佤族布朗族傣族自治县勐库镇2号") ==
        "云南省临沧市双江拉祜族佤族布朗族傣族自治县勐库镇****");
  CHECK(maskedAddress("河南省新乡市红旗区向阳街道和平路9号") == "河南省新乡市红旗区向阳街道****");
  CHECK(maskedAddress("江苏省镇江市京口区正东路1号") == "江苏省镇江市京口区****");
  CHECK(maskedAddress("广东省广州市天河区体育西路100号") == "广东省广州市天河区****");
}

TEST_CASE("Where an address does not show its divisions less of it is shown", "[masking][address]") {
  CHECK(maskedAddress("幸福里3号楼2单元501") == "****");
  CHECK(maskedAddress("阳光小区5栋") == "****");
  CHECK(maskedAddress("北京市海淀区5号院清河镇小区") == "北京市海淀区****");
  CHECK(maskedAddress("").empty());
}

TEST_CASE("A western address loses house and street and keeps the town", "[masking][address]") {
  CHECK(maskedAddress("12 Main St, Boston, MA 02121") == "***, Boston, MA *****");
  CHECK(maskedAddress("Apt 4, 12 Main St, Boston, MA 02121") == "***, Boston, MA *****");
  CHECK(maskedAddress("12 Main St") == "***");
  CHECK(maskedAddress("King's House, Boston") == "***, Boston");
}

TEST_CASE("Birth dates, bank accounts and plates", "[masking]") {
  CHECK(maskedBirthDate(Date{1990y, std::chrono::March, 7d}) == "1990-**-**");
  CHECK(maskedBirthDate(Date{1990y, std::chrono::February, 30d}) == "****-**-**");
  CHECK(maskedBankAccount("6222 0212 3456 7890 123") == "***************0123");
  CHECK(maskedBankAccount("6222021234567890123") == "***************0123");
  CHECK(maskedPlate("京A·12345") == "京A*****5");
  CHECK(maskedPlate("京A12345") == "京A****5");
}
