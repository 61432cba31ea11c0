// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt_commands.h"

#include <utility>

#include <boost/json.hpp>

#include "base/time_text.h"
#include "desk/kiosk.h"
#include "desk/rating_receipt.h"
#include "desk/receipt_pad.h"
#include "option_values.h"

namespace ow::admin {

namespace {

using base::Result;
namespace json = boost::json;
namespace po = boost::program_options;

const char* aboutWord(bool isVisit) {
  return isVisit ? "visit" : "matter";
}

json::array textsOf(const std::vector<desk::ReceiptLine>& lines) {
  json::array texts;
  for (const desk::ReceiptLine& line : lines) texts.emplace_back(line.text);
  return texts;
}

json::value textOrNull(const std::string& text) {
  return text.empty() ? json::value() : json::value(text);
}

Result<Answer> printed(const Invocation& invocation, const po::variables_map& values) {
  const std::string named = option(values, "file");
  if (named.empty()) return wrongOption("case", "required");
  const bool isOfVisit = !option(values, "as").empty();
  OW_TRY(auto desk, isOfVisit ? deskAs(invocation, values) : openDesk(invocation, store::Access::readOnly));
  auto id = domain::CaseId::parse(named);
  if (!id) {
    OW_TRY(id, desk::caseNumbered(*desk, named));
  }
  OW_TRY(const auto receipt, isOfVisit ? desk::receiptOfVisit(*desk, *id) : desk::receiptOfMatter(*desk, *id));
  OW_TRY(const auto zh, desk::receiptLines(receipt, desk::ReportLanguage::zh));
  OW_TRY(const auto en, desk::receiptLines(receipt, desk::ReportLanguage::en));
  std::string text;
  for (const auto* lines : {&zh, &en})
    for (const desk::ReceiptLine& line : *lines) text += line.text + "\n";
  return Answer{json::object{{"code", receipt.code},
                             {"about", aboutWord(receipt.visit.has_value())},
                             {"case", textOrNull(receipt.caseNumber)},
                             {"service", textOrNull(receipt.service)},
                             {"hall", receipt.hall},
                             {"day", base::isoText(receipt.day)},
                             {"last_day", receipt.lastDay ? json::value(base::isoText(*receipt.lastDay)) : json::value()},
                             {"days_open", receipt.daysOpen},
                             {"zh", textsOf(zh)},
                             {"en", textsOf(en)}},
                std::move(text)};
}

Result<desk::RatingAnswer> answerIn(const po::variables_map& values) {
  if (values.count("level") == 0) return wrongOption("level", "required");
  desk::RatingAnswer answer;
  answer.level = int(values["level"].as<std::int64_t>());
  answer.text = option(values, "text");
  answer.channel = domain::Channel::kiosk;
  if (const std::string word = option(values, "channel"); !word.empty()) {
    const auto channel = base::fromCode<domain::Channel>(word);
    if (!channel) return wrongOption("channel", "unknown_word");
    answer.channel = *channel;
  }
  std::string reason;
  for (const char c : option(values, "reasons") + ",") {
    if (c != ',') {
      reason += c;
    } else if (!reason.empty()) {
      answer.reasons.push_back(std::exchange(reason, {}));
    }
  }
  return answer;
}

Result<Answer> redeemed(const Invocation& invocation, const po::variables_map& values) {
  const std::string code = option(values, "file");
  if (code.empty()) return wrongOption("code", "required");
  OW_TRY(const auto answer, answerIn(values));
  OW_TRY(auto desk, openDesk(invocation, store::Access::readWrite));
  OW_TRY(const auto pad, desk::ReceiptPad::over(std::move(desk)));
  OW_TRY(const auto invitation, pad->open(code));
  OW_TRYV(pad->rate(invitation, answer));
  return Answer{json::object{{"about", aboutWord(invitation.visit.has_value())},
                             {"service", textOrNull(invitation.title)},
                             {"level", answer.level},
                             {"channel", base::code(answer.channel)}},
                "The rating is kept, sealed by this desk's pad.\n"};
}

Result<Answer> kioskSaid(const Invocation& invocation, const po::variables_map& values) {
  const std::string word = option(values, "file");
  bool isOne = false;
  if (word.empty()) {
    OW_TRY(auto desk, openDesk(invocation, store::Access::readOnly));
    OW_TRY(isOne, desk::isKiosk(*desk));
  } else {
    if (word != "on" && word != "off") return wrongOption("kiosk", "unknown_word");
    OW_TRY(auto desk, deskAs(invocation, values));
    isOne = word == "on";
    OW_TRYV(desk::makeKiosk(*desk, isOne));
  }
  return Answer{json::object{{"kiosk", isOne}},
                isOne ? "Receipts are redeemed at this desk.\n" : "No receipts are redeemed at this desk.\n"};
}

}  // namespace

Result<Answer> receiptAnswer(const std::string& what, const Invocation& invocation, const po::variables_map& values) {
  if (invocation.store.empty()) return wrongOption("store", "required");
  if (what == "receipt") return printed(invocation, values);
  return what == "redeem" ? redeemed(invocation, values) : kioskSaid(invocation, values);
}

}  // namespace ow::admin
