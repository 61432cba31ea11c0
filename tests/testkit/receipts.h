// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/redacted.h"
#include "desk/cases.h"
#include "desk/kiosk.h"
#include "desk/opening.h"
#include "desk/rating_receipt.h"
#include "desk/receipt_pad.h"
#include "desk/unlock.h"
#include "testkit/hall.h"

namespace ow::testkit {

inline desk::RatingAnswer atKiosk(int level, std::vector<std::string> reasons = {}) {
  return {level, std::move(reasons), {}, domain::Channel::kiosk, {}};
}

// A window that gives out receipts, and a supervisor who makes its desk a kiosk where one is wanted.
struct ReceiptHall {
  static constexpr const char* kChief = "zhao";

  ReceiptHall() {
    REQUIRE(desk::addClerk(hall.store(),
                           {kChief, "赵主任", base::Redacted<std::string>(Hall::kPassphrase), domain::Role::supervisor},
                           hall.ports(), store::Hardness::cheap()));
    caseId = open();
  }
  domain::CaseId open() { return hall.openCase(service, person, "张三的居住证").id; }
  void finish(domain::CaseId id) {
    REQUIRE(desk::finishOnTheSpot(hall.desk(), id, domain::CaseState::received, domain::Outcome::granted, ""));
  }
  std::string visitCode() { return desk::receiptOfVisit(hall.desk(), caseId).value().code; }
  // The supervisor sits here now.
  std::unique_ptr<desk::ReceiptPad> kiosk() {
    hall.close();
    hall.seat(kChief);
    REQUIRE(desk::makeKiosk(hall.desk(), true));
    return desk::ReceiptPad::over(hall.sharedDesk()).value();
  }
  static base::Result<void> redeem(desk::ReceiptPad& pad, const std::string& code, int level) {
    OW_TRY(const auto invitation, pad.open(code));
    return pad.rate(invitation, atKiosk(level));
  }
  // The same store as another desk has it, with the supervisor at it. The hall's must be closed.
  std::shared_ptr<desk::Desk> copiedTo(const TempFolder& folder) {
    for (const auto& file : std::filesystem::directory_iterator(hall.storePath().parent_path()))
      std::filesystem::copy(file.path(), folder / file.path().filename().string(), std::filesystem::copy_options::recursive);
    return desk::unlock(folder / hall.storePath().filename().string(), kChief, base::Redacted<std::string>(Hall::kPassphrase),
                        hall.ports())
        .value();
  }

  Hall hall;
  domain::PartyId person = hall.addPerson("张三");
  domain::ServiceId service = hall.addService("居住证办理", {5, domain::LimitUnit::workingDay}, "", domain::CaseType::instant);
  domain::CaseId caseId;
};

}  // namespace ow::testkit
