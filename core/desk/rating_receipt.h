// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desk/desk.h"
#include "desk/report_file.h"
#include "domain/ids.h"

// The clerk's side of rating by a code on a receipt (domain/rating_receipt.h): printing it. Redeeming it is the citizen's
// (receipt_pad.h). Any thread.
namespace ow::desk {

struct RatingReceipt {
  std::optional<domain::InteractionId> visit;  // empty: it is about the matter
  std::string code;                            // sixteen letters in groups of four
  std::string caseNumber;                      // empty: a visit that no case came of
  std::string service;                         // what was done, as the service is called; empty as above
  std::string hall;
  base::Date day{};                   // of the visit; of a matter the one on which its case was opened
  std::optional<base::Date> lastDay;  // on which it can be redeemed; nothing: the case has not ended
  int daysOpen = 0;                   // from the visit, or from the end of the case
};

// For the visit of today in which this clerk worked on the case, as inviteToRate() finds or registers it. The same receipt
// however often it is asked for. duplicate (entity=rating) when that visit was rated as often as the rules let it;
// storeReadOnly.
base::Result<RatingReceipt> receiptOfVisit(Desk& desk, domain::CaseId id);
// For a contact at a counter or kiosk. Errors as inviteToRate() of one.
base::Result<RatingReceipt> receiptOfVisit(Desk& desk, domain::InteractionId id);
// For the matter as such, also before it has ended: the code is good from then on. notAllowed (rule=too_late); duplicate.
base::Result<RatingReceipt> receiptOfMatter(Desk& desk, domain::CaseId id);

// The case with that number, ours or another system's, for whoever prints without a screen. notFound (entity=case).
base::Result<domain::CaseId> caseNumbered(Desk& desk, std::string_view number);

// What stands on the paper, a line each, in one language: heading, hall, number, service, code, how to rate, until when, and
// that the clerk does not see who rated how. Nobody is named. internal for words that cannot be read.
struct ReceiptLine {
  enum class Kind { heading, plain, code, small };
  Kind kind = Kind::plain;
  std::string text;
  bool operator==(const ReceiptLine&) const = default;
};
base::Result<std::vector<ReceiptLine>> receiptLines(const RatingReceipt& receipt, ReportLanguage language);

}  // namespace ow::desk
