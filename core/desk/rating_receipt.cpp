// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/rating_receipt.h"

#include "base/time_text.h"
#include "desk/inside.h"
#include "desk/numbered_case.h"
#include "desk/rating_invitation.h"
#include "desk/rating_rules.h"
#include "desk/report_words.h"
#include "domain/rating_catalogue.h"
#include "domain/rating_receipt.h"
#include "store/schema.h"

namespace ow::desk {

using base::Result;

namespace {

Result<void> nameMatter(Desk::Inside& in, const std::optional<domain::CaseId>& id, RatingReceipt& receipt) {
  if (!id) return base::success();
  OW_TRY(auto reader, in.store->read());
  OW_TRY(const auto c, store::loadEntity<domain::Case>(reader.connection(), *id));
  OW_TRY(const auto service, store::loadEntity<domain::Service>(reader.connection(), c.serviceId));
  receipt.caseNumber = c.number;
  receipt.service = service.name;
  if (!c.hall.empty()) receipt.hall = c.hall;
  return base::success();
}

Result<RatingReceipt> receiptAbout(Desk::Inside& in, const RatingInvitation& invitation) {
  OW_TRY(const auto catalogue, domain::RatingCatalogue::bundled(in.place.jurisdiction));
  RatingReceipt receipt;
  receipt.visit = invitation.visit;
  receipt.hall = in.place.hall;
  receipt.daysOpen = catalogue.daysOpen;
  receipt.day = in.zone().dateOf(invitation.at);
  receipt.lastDay = lastDay(receipt.day, catalogue);
  receipt.code = domain::receiptCode(in.identityKey, *invitation.visit, receipt.day);
  OW_TRYV(nameMatter(in, invitation.caseId, receipt));
  return receipt;
}

std::string filled(std::string text, std::string_view mark, const std::string& value) {
  const auto at = text.find(mark);
  return at == std::string::npos ? text : text.replace(at, mark.size(), value);
}

}  // namespace

Result<RatingReceipt> receiptOfVisit(Desk& desk, domain::CaseId id) {
  OW_TRY(const auto invitation, inviteToRate(desk, id));
  // The one of before lunch is found again, so its own time counts.
  return receiptOfVisit(desk, *invitation.visit);
}

Result<RatingReceipt> receiptOfVisit(Desk& desk, domain::InteractionId id) {
  OW_TRY(const auto invitation, inviteToRate(desk, id));
  return receiptAbout(desk.inside(), invitation);
}

Result<RatingReceipt> receiptOfMatter(Desk& desk, domain::CaseId id) {
  Desk::Inside& in = desk.inside();
  OW_TRY(const auto catalogue, domain::RatingCatalogue::bundled(in.place.jurisdiction));
  RatingReceipt receipt;
  receipt.hall = in.place.hall;
  receipt.daysOpen = catalogue.daysOpen;
  OW_TRYV(nameMatter(in, id, receipt));
  OW_TRY(auto reader, in.store->read());
  OW_TRY(const auto c, store::loadEntity<domain::Case>(reader.connection(), id));
  receipt.day = in.zone().dateOf(c.openedAt);
  receipt.code = domain::receiptCode(in.identityKey, id, receipt.day);
  if (!c.closedAt) return receipt;
  OW_TRY(const auto invitation, inviteToRateMatter(desk, id));
  receipt.lastDay = lastDay(in.zone().dateOf(invitation.at), catalogue);
  return receipt;
}

Result<domain::CaseId> caseNumbered(Desk& desk, std::string_view number) {
  OW_TRY(auto reader, desk.inside().store->read());
  OW_TRY(const auto cases, NumberedCases::of(reader.connection()));
  OW_TRY(const auto found, cases.find(reader.connection(), number));
  if (!found) return base::fail(base::ErrorKind::notFound, {{"entity", "case"}});
  return *found;
}

Result<std::vector<ReceiptLine>> receiptLines(const RatingReceipt& receipt, ReportLanguage language) {
  OW_TRY(const auto words, ReportWords::bundled(language));
  using Kind = ReceiptLine::Kind;
  std::vector<ReceiptLine> lines;
  const auto say = [&lines](Kind kind, std::string text) { lines.push_back({kind, std::move(text)}); };
  const auto named = [&](const char* key, const std::string& value) {
    if (!value.empty()) say(Kind::plain, filled(words(key), "%1", value));
  };
  say(Kind::heading, words("receipt.heading"));
  if (!receipt.hall.empty()) say(Kind::plain, receipt.hall);
  named("receipt.case", receipt.caseNumber);
  named("receipt.service", receipt.service);
  if (receipt.visit) named("receipt.visit_day", base::isoText(receipt.day));
  say(Kind::code, receipt.code);
  say(Kind::plain, words("receipt.how"));
  if (receipt.lastDay)
    named("receipt.until", base::isoText(*receipt.lastDay));
  else
    named("receipt.after_end", std::to_string(receipt.daysOpen));
  say(Kind::small, words("receipt.once"));
  say(Kind::small, words("receipt.private"));
  return lines;
}

}  // namespace ow::desk
