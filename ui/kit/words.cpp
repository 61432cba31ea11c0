// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/words.h"

#include "kit/words_context.h"

namespace ow::ui::words {

QString of(domain::CaseState state) {
  switch (state) {
    case domain::CaseState::received:
      return Words::tr("Received", "state of a case");
    case domain::CaseState::accepted:
      return Words::tr("Accepted", "state of a case");
    case domain::CaseState::inReview:
      return Words::tr("In review", "state of a case");
    case domain::CaseState::decided:
      return Words::tr("Decided", "state of a case");
    case domain::CaseState::closed:
      return Words::tr("Closed", "state of a case");
    case domain::CaseState::returned:
      return Words::tr("Returned", "state of a case");
    case domain::CaseState::withdrawn:
      return Words::tr("Withdrawn", "state of a case");
  }
  return {};
}

QString of(domain::CaseEventKind event) {
  using enum domain::CaseEventKind;
  switch (event) {
    case registered:
      return Words::tr("Received", "what happened to a case");
    case accepted:
      return Words::tr("Accepted", "what happened to a case");
    case reviewStarted:
      return Words::tr("Review started");
    case decided:
      return Words::tr("Decided", "what happened to a case");
    case closed:
      return Words::tr("Closed", "what happened to a case");
    case returned:
      return Words::tr("Returned", "what happened to a case");
    case withdrawn:
      return Words::tr("Withdrawn", "what happened to a case");
    case reopened:
      return Words::tr("Reopened");
    case concludedElsewhere:
      return Words::tr("Concluded in its own system");
    case note:
      return Words::tr("Note");
    case assigned:
      return Words::tr("Owner changed");
    case priorityChanged:
      return Words::tr("Priority changed");
    case linked:
      return Words::tr("Linked to another case");
    case detailsChanged:
      return Words::tr("Details changed");
    case dueChanged:
      return Words::tr("Due time changed");
    case documentIssued:
      return Words::tr("Document issued");
  }
  return {};
}

QString actionOf(domain::CaseEventKind event) {
  using enum domain::CaseEventKind;
  switch (event) {
    case registered:
      return Words::tr("&Receive");
    case accepted:
      return Words::tr("&Accept");
    case reviewStarted:
      return Words::tr("Start &review");
    case decided:
      return Words::tr("&Decide …");
    case closed:
      return Words::tr("&Close case");
    case returned:
      return Words::tr("Re&turn …");
    case withdrawn:
      return Words::tr("&Withdraw …");
    case reopened:
      return Words::tr("Re&open …");
    case concludedElsewhere:
      return Words::tr("Concluded &elsewhere");
    case note:
      return Words::tr("Add &note");
    case assigned:
      return Words::tr("Chan&ge owner …");
    case priorityChanged:
      return Words::tr("Change &priority");
    case linked:
      return Words::tr("&Link to another case …");
    case detailsChanged:
      return Words::tr("Change detail&s");
    case dueChanged:
      return Words::tr("Change d&ue time");
    case documentIssued:
      return Words::tr("&Issue a document");
  }
  return {};
}

QString of(domain::Outcome outcome) {
  switch (outcome) {
    case domain::Outcome::granted:
      return Words::tr("Granted");
    case domain::Outcome::denied:
      return Words::tr("Denied");
    case domain::Outcome::answered:
      return Words::tr("Answered");
    case domain::Outcome::duplicate:
      return Words::tr("Duplicate");
    case domain::Outcome::noAction:
      return Words::tr("No action needed");
    case domain::Outcome::elsewhere:
      return Words::tr("Handed to another body");
  }
  return {};
}

QString of(domain::Channel channel) {
  using enum domain::Channel;
  switch (channel) {
    case counter:
      return Words::tr("Counter");
    case phone:
      return Words::tr("Phone");
    case hotline:
      return Words::tr("12345 hotline");
    case web:
      return Words::tr("Website");
    case app:
      return Words::tr("Mobile app");
    case wechat:
      return Words::tr("WeChat");
    case weibo:
      return Words::tr("Weibo");
    case sms:
      return Words::tr("Text message");
    case email:
      return Words::tr("E-mail");
    case letter:
      return Words::tr("Letter");
    case fax:
      return Words::tr("Fax");
    case kiosk:
      return Words::tr("Kiosk");
    case digitalTv:
      return Words::tr("Digital TV");
    case chat:
      return Words::tr("Online chat");
    case video:
      return Words::tr("Video call");
    case social:
      return Words::tr("Social media");
    case homeVisit:
      return Words::tr("Home visit");
    case courier:
      return Words::tr("Courier");
    case staff:
      return Words::tr("Own staff");
    case other:
      return Words::tr("Other channel");
  }
  return {};
}

QString of(domain::Direction direction) {
  return direction == domain::Direction::inbound ? Words::tr("Incoming") : Words::tr("Outgoing");
}

QString of(domain::Priority priority) {
  switch (priority) {
    case domain::Priority::normal:
      return Words::tr("Normal", "priority");
    case domain::Priority::high:
      return Words::tr("High", "priority");
    case domain::Priority::urgent:
      return Words::tr("Urgent", "priority");
  }
  return {};
}

QString of(domain::Light light) {
  switch (light) {
    case domain::Light::green:
      return Words::tr("In time");
    case domain::Light::yellow:
      return Words::tr("Due soon");
    case domain::Light::red:
      return Words::tr("Overdue");
    case domain::Light::doubleRed:
      return Words::tr("Past the statutory limit");
    case domain::Light::paused:
      return Words::tr("Clock stopped");
    case domain::Light::instant:
      return Words::tr("Done on the spot");
    case domain::Light::none:
      return Words::tr("No due time");
  }
  return {};
}

QString of(domain::Limit limit) {
  if (limit.amount <= 0) return Words::tr("No limit");
  switch (limit.unit) {
    case domain::LimitUnit::workingDay:
      return Words::tr("%n working day(s)", nullptr, limit.amount);
    case domain::LimitUnit::calendarDay:
      return Words::tr("%n calendar day(s)", nullptr, limit.amount);
    case domain::LimitUnit::workingMinute:
      return Words::tr("%n working minute(s)", nullptr, limit.amount);
  }
  return {};
}

QString ofMatched(const std::string& field) {
  if (field == "name") return Words::tr("Name");
  if (field == "pinyin") return Words::tr("Pinyin");
  if (field == "initials") return Words::tr("Initials");
  if (field == "identifier") return Words::tr("ID number");
  if (field == "phone") return Words::tr("Phone number");
  if (field == "case_number") return Words::tr("Case number");
  if (field == "external_no") return Words::tr("Number in its own system");
  return Words::tr("Text", "where a search found it");
}

QString ofRatingLevel(int level) {
  switch (level) {
    case 1:
      return Words::tr("Very satisfied");
    case 2:
      return Words::tr("Satisfied");
    case 3:
      return Words::tr("Fairly satisfied");
    case 4:
      return Words::tr("Dissatisfied");
    case 5:
      return Words::tr("Very dissatisfied");
    default:
      return Words::tr("Not rated");
  }
}

}  // namespace ow::ui::words
