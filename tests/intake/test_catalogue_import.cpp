// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "intake/import_hall.h"

using namespace ow;
using namespace ow::test;

namespace {

const std::string kHead = "department,main_item,name,item_code,task_type,task_type_name,area_code,dept_code\n";

std::vector<std::string> services(ImportHall& hall) {
  return hall.texts("SELECT code || '|' || name || '|' || department || '|' || item_type FROM service ORDER BY code");
}

}  // namespace

TEST_CASE("service items become services, and the same file again changes nothing", "[intake][catalogue]") {
  ImportHall hall;
  const auto file = hall.files.write("c.csv", kHead +
                                                  "区医保局,未分类,生育保险待遇核准,5120-1,5,行政给付,511602,1\n"
                                                  "区水务局,未分类,取水许可,5120-2,1,行政许可,511602,2\n");
  const auto first = hall.catalogue(file);
  REQUIRE(first);
  CHECK(first.value().accepted == 2);
  CHECK(first.value().encoding == "UTF-8");
  CHECK(reportOf(first.value()).empty());
  CHECK(services(hall) == std::vector<std::string>{"5120-1|生育保险待遇核准|区医保局|05", "5120-2|取水许可|区水务局|01"});
  CHECK(hall.count("SELECT count(*) FROM service WHERE promised_amount IS NULL AND statutory_amount IS NULL") == 2);
  const auto operations = hall.count("SELECT count(*) FROM operation");
  const auto again = hall.catalogue(file);
  REQUIRE(again);
  CHECK(again.value().isRepeated);
  CHECK(again.value().unchanged == 2);
  CHECK(again.value().accepted == 0);
  CHECK(hall.count("SELECT count(*) FROM operation") == operations);
}

TEST_CASE("a new name of a known item is taken over, the rest of a new edition is unchanged", "[intake][catalogue]") {
  ImportHall hall;
  hall.hall.addService("取水许可", {20, domain::LimitUnit::workingDay}, "5120-2");
  const auto outcome = hall.catalogue(hall.files.write("c.csv", kHead + "区水务局,,取水许可审批,5120-2,1,行政许可,511602,2\n"
                                                                        "区医保局,,生育津贴,5120-1,5,行政给付,511602,1\n"));
  REQUIRE(outcome);
  CHECK(outcome.value().accepted == 2);
  CHECK(hall.texts("SELECT name FROM service WHERE code = '5120-2'") == std::vector<std::string>{"取水许可审批"});
  CHECK(hall.count("SELECT promised_amount FROM service WHERE code = '5120-2'") == 20);
  const auto next = hall.catalogue(hall.files.write("d.csv", kHead + "区水务局,,取水许可审批,5120-2,1,行政许可,511602,2\n"
                                                                     "区医保局,,生育津贴支付,5120-1,5,行政给付,511602,1\n"));
  REQUIRE(next);
  CHECK(next.value().accepted == 1);
  CHECK(next.value().unchanged == 1);
}

TEST_CASE("items without a code or a name, and codes that come twice, are listed", "[intake][catalogue]") {
  ImportHall hall;
  const auto outcome = hall.catalogue(hall.files.write("c.csv", kHead + "甲,,一,A-1,1,,1,1\n"
                                                                        "甲,,无码,,1,,1,1\n"
                                                                        "甲,,无码二,无,1,,1,1\n"
                                                                        "甲,, ,A-2,1,,1,1\n"
                                                                        "甲,,另一,A-1,1,,1,1\n"
                                                                        "甲,,一,A-1,1,,1,1\n"));
  REQUIRE(outcome);
  CHECK(outcome.value().rows == 6);
  CHECK(outcome.value().accepted == 1);
  CHECK(outcome.value().unchanged == 1);
  CHECK(reportOf(outcome.value()) == std::vector<std::string>{"3,rejected,missing,code", "4,rejected,missing,code",
                                                              "5,rejected,missing,name", "6,rejected,duplicate_key,code"});
}

TEST_CASE("a file without the columns that every row needs is refused as a whole", "[intake][catalogue]") {
  ImportHall hall;
  const auto outcome = hall.catalogue(hall.files.write("c.csv", "a,b\n1,2\n"));
  REQUIRE_FALSE(outcome);
  CHECK(outcome.error().fact("rule") == "missing_column");
  CHECK(hall.count("SELECT count(*) FROM import_load") == 0);
}

TEST_CASE("one catalogue in four encodings is the same catalogue", "[intake][catalogue][shared]") {
  const auto folder = sharedData("cn");
  if (folder.empty() || !std::filesystem::exists(folder)) SKIP("needs the shared test data: data/cn");
  std::vector<std::vector<std::string>> results;
  for (const char* const name :
       {"cn_service_items_60.utf8bom.csv", "cn_service_items_60.gb18030.csv", "cn_service_items_60.utf16le.txt"}) {
    CAPTURE(name);
    ImportHall hall;
    const auto outcome = hall.catalogue(folder / name);
    REQUIRE(outcome);
    CHECK(outcome.value().accepted == 60);
    CHECK(outcome.value().rows == 60);
    results.push_back(services(hall));
  }
  CHECK(results[0] == results[1]);
  CHECK(results[0] == results[2]);
  ImportHall hall;
  const auto whole = hall.catalogue(folder / "cn_service_items_guangan.csv");
  REQUIRE(whole);
  CHECK(whole.value().accepted == 830);
  CHECK(whole.value().encoding == "UTF-8");
}
