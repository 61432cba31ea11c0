// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include <unordered_map>

#include "domain/service.h"
#include "domain/staff.h"
#include "kit/words.h"
#include "sync/sync_words.h"

namespace ow::ui::words {

namespace {

struct FieldWords {
  Q_DECLARE_TR_FUNCTIONS(FieldWords)
};

template <class Enum>
QString ofCode(const std::string& word) {
  const auto value = base::fromCode<Enum>(word);
  return value ? of(*value) : QString::fromStdString(word);
}

QString ofCaseWord(const std::string& field, const std::string& word) {
  if (field == "state") return ofCode<domain::CaseState>(word);
  if (field == "outcome") return ofCode<domain::Outcome>(word);
  if (field == "priority") return ofCode<domain::Priority>(word);
  return ofCode<domain::Channel>(word);
}

QString ofEnumWord(const std::string& entity, const std::string& field, const std::string& word) {
  if (entity == "case") return ofCaseWord(field, word);
  if (entity == "party" && field == "kind") return ofCode<domain::PartyKind>(word);
  if (entity == "party" && field == "sex") return ofCode<domain::Sex>(word);
  if (field.ends_with("channel")) return ofCode<domain::Channel>(word);
  if (entity == "identifier" && field == "type") return ofCode<domain::IdentifierType>(word);
  return QString::fromStdString(word);
}

// Marked for translation here, looked up in the language of the day below.
using Names = std::unordered_map<std::string_view, const char*>;
const Names& fieldNames() {
  static const Names names{
      {"name", QT_TRANSLATE_NOOP("FieldWords", "Name")},
      {"latin_name", QT_TRANSLATE_NOOP("FieldWords", "Latin name")},
      {"former_name", QT_TRANSLATE_NOOP("FieldWords", "Former name")},
      {"sex", QT_TRANSLATE_NOOP("FieldWords", "Sex")},
      {"birth_date", QT_TRANSLATE_NOOP("FieldWords", "Date of birth")},
      {"ethnicity", QT_TRANSLATE_NOOP("FieldWords", "Ethnicity")},
      {"preferred_channel", QT_TRANSLATE_NOOP("FieldWords", "Preferred channel")},
      {"preferred_language", QT_TRANSLATE_NOOP("FieldWords", "Preferred language")},
      {"note", QT_TRANSLATE_NOOP("FieldWords", "Note")},
      {"kind", QT_TRANSLATE_NOOP("FieldWords", "Kind")},
      {"type", QT_TRANSLATE_NOOP("FieldWords", "Kind")},
      {"raw", QT_TRANSLATE_NOOP("FieldWords", "As given")},
      {"normal", QT_TRANSLATE_NOOP("FieldWords", "Number or address")},
      {"validity", QT_TRANSLATE_NOOP("FieldWords", "Result of the check")},
      {"reason", QT_TRANSLATE_NOOP("FieldWords", "Reason")},
      {"issuing_country", QT_TRANSLATE_NOOP("FieldWords", "Issuing country")},
      {"valid_from", QT_TRANSLATE_NOOP("FieldWords", "Valid from")},
      {"valid_until", QT_TRANSLATE_NOOP("FieldWords", "Valid until")},
      {"label", QT_TRANSLATE_NOOP("FieldWords", "Label")},
      {"is_preferred", QT_TRANSLATE_NOOP("FieldWords", "Preferred")},
      {"text", QT_TRANSLATE_NOOP("FieldWords", "Text")},
      {"postcode", QT_TRANSLATE_NOOP("FieldWords", "Postcode")},
      {"grid", QT_TRANSLATE_NOOP("FieldWords", "Grid")},
      {"division_code", QT_TRANSLATE_NOOP("FieldWords", "Division code")},
      {"latitude", QT_TRANSLATE_NOOP("FieldWords", "Latitude")},
      {"longitude", QT_TRANSLATE_NOOP("FieldWords", "Longitude")},
      {"scope", QT_TRANSLATE_NOOP("FieldWords", "What an agent may do")},
      {"document", QT_TRANSLATE_NOOP("FieldWords", "Document")},
      {"title", QT_TRANSLATE_NOOP("FieldWords", "Title")},
      {"description", QT_TRANSLATE_NOOP("FieldWords", "Description")},
      {"state", QT_TRANSLATE_NOOP("FieldWords", "State")},
      {"outcome", QT_TRANSLATE_NOOP("FieldWords", "Outcome")},
      {"channel", QT_TRANSLATE_NOOP("FieldWords", "Channel")},
      {"priority", QT_TRANSLATE_NOOP("FieldWords", "Priority")},
      {"owner_id", QT_TRANSLATE_NOOP("FieldWords", "Owner")},
      {"service_id", QT_TRANSLATE_NOOP("FieldWords", "Service")},
      {"party_id", QT_TRANSLATE_NOOP("FieldWords", "Citizen")},
      {"agent_id", QT_TRANSLATE_NOOP("FieldWords", "Agent")},
      {"external_no", QT_TRANSLATE_NOOP("FieldWords", "Number in its own system")},
      {"number", QT_TRANSLATE_NOOP("FieldWords", "Case number")},
      {"hall", QT_TRANSLATE_NOOP("FieldWords", "Hall")},
      {"window", QT_TRANSLATE_NOOP("FieldWords", "Window")},
      {"place", QT_TRANSLATE_NOOP("FieldWords", "Place")},
      {"jurisdiction", QT_TRANSLATE_NOOP("FieldWords", "Jurisdiction")},
      {"due_at", QT_TRANSLATE_NOOP("FieldWords", "Due time")},
      {"statutory_due_at", QT_TRANSLATE_NOOP("FieldWords", "Statutory limit")},
      {"external_due_at", QT_TRANSLATE_NOOP("FieldWords", "Due time in its own system")},
      {"yellow_at", QT_TRANSLATE_NOOP("FieldWords", "Warning time")},
      {"is_due_expected", QT_TRANSLATE_NOOP("FieldWords", "Due time is only expected")},
      {"opened_at", QT_TRANSLATE_NOOP("FieldWords", "Received on")},
      {"accepted_at", QT_TRANSLATE_NOOP("FieldWords", "Accepted on")},
      {"decided_at", QT_TRANSLATE_NOOP("FieldWords", "Decided on")},
      {"closed_at", QT_TRANSLATE_NOOP("FieldWords", "Ended on")},
      {"registered_at", QT_TRANSLATE_NOOP("FieldWords", "Registered on")},
      {"code", QT_TRANSLATE_NOOP("FieldWords", "Code")},
      {"department", QT_TRANSLATE_NOOP("FieldWords", "Department")},
      {"is_active", QT_TRANSLATE_NOOP("FieldWords", "In use")},
      {"document", QT_TRANSLATE_NOOP("FieldWords", "Kind of paper")},
      {"media_type", QT_TRANSLATE_NOOP("FieldWords", "Kind of file")},
      {"size", QT_TRANSLATE_NOOP("FieldWords", "Bytes")},
      {"questionnaire", QT_TRANSLATE_NOOP("FieldWords", "Questionnaire")},
      {"questionnaire_version", QT_TRANSLATE_NOOP("FieldWords", "Version of the questionnaire")},
      {"drawn_from", QT_TRANSLATE_NOOP("FieldWords", "Drawn from")},
      {"segment", QT_TRANSLATE_NOOP("FieldWords", "Who could be drawn")},
      {"seed", QT_TRANSLATE_NOOP("FieldWords", "Seed of the draw")},
      {"frame_size", QT_TRANSLATE_NOOP("FieldWords", "Persons to draw from")},
      {"drawn_count", QT_TRANSLATE_NOOP("FieldWords", "Persons drawn")},
      {"drawn", QT_TRANSLATE_NOOP("FieldWords", "Who was drawn")},
      {"channels", QT_TRANSLATE_NOOP("FieldWords", "Channels")},
      {"closes_at", QT_TRANSLATE_NOOP("FieldWords", "Closes on")},
      {"created_by", QT_TRANSLATE_NOOP("FieldWords", "Opened by")},
      {"closed_by", QT_TRANSLATE_NOOP("FieldWords", "Ended by")},
      {"reached", QT_TRANSLATE_NOOP("FieldWords", "Reached")},
      {"answers", QT_TRANSLATE_NOOP("FieldWords", "Answers")},
      {"answered_at", QT_TRANSLATE_NOOP("FieldWords", "Answered on")},
      {"taken_by", QT_TRANSLATE_NOOP("FieldWords", "Taken down by")},
      {"assignee_id", QT_TRANSLATE_NOOP("FieldWords", "Given to")},
      {"opened_by", QT_TRANSLATE_NOOP("FieldWords", "Opened by")},
      {"result", QT_TRANSLATE_NOOP("FieldWords", "Result")},
      {"done_at", QT_TRANSLATE_NOOP("FieldWords", "Done on")},
      {"round_id", QT_TRANSLATE_NOOP("FieldWords", "Survey round")},
      {"answer_id", QT_TRANSLATE_NOOP("FieldWords", "Survey answer")},
      {"common_id", QT_TRANSLATE_NOOP("FieldWords", "Common problem")},
      {"queue", QT_TRANSLATE_NOOP("FieldWords", "Queue")},
      {"issued_at", QT_TRANSLATE_NOOP("FieldWords", "Ticket issued on")},
      {"called_at", QT_TRANSLATE_NOOP("FieldWords", "Called on")},
      {"calls", QT_TRANSLATE_NOOP("FieldWords", "Times called")},
      {"arrived_at", QT_TRANSLATE_NOOP("FieldWords", "Came to the window on")},
      {"period", QT_TRANSLATE_NOOP("FieldWords", "Month")},
      {"from_period", QT_TRANSLATE_NOOP("FieldWords", "From the month")},
      {"as_of", QT_TRANSLATE_NOOP("FieldWords", "Data cut-off")},
      {"registry", QT_TRANSLATE_NOOP("FieldWords", "Register of indicators")},
      {"counts", QT_TRANSLATE_NOOP("FieldWords", "Counts")},
      {"figures", QT_TRANSLATE_NOOP("FieldWords", "Figures")},
      {"signed_at", QT_TRANSLATE_NOOP("FieldWords", "Signed on")},
      {"written_at", QT_TRANSLATE_NOOP("FieldWords", "Written on")},
      {"author_id", QT_TRANSLATE_NOOP("FieldWords", "Written by")},
      {"indicator", QT_TRANSLATE_NOOP("FieldWords", "Indicator")},
      {"target_millionths", QT_TRANSLATE_NOOP("FieldWords", "Target (millionths)")},
      {"floor_millionths", QT_TRANSLATE_NOOP("FieldWords", "Floor (millionths)")},
      {"set_at", QT_TRANSLATE_NOOP("FieldWords", "Set on")},
      {"series", QT_TRANSLATE_NOOP("FieldWords", "Series")},
      {"amount", QT_TRANSLATE_NOOP("FieldWords", "Amount")},
      {"of_amount", QT_TRANSLATE_NOOP("FieldWords", "Of the amount")},
      {"reported_at", QT_TRANSLATE_NOOP("FieldWords", "Reported on")},
      {"added_by", QT_TRANSLATE_NOOP("FieldWords", "Added by")},
      {"added_at", QT_TRANSLATE_NOOP("FieldWords", "Added on")},
  };
  return names;
}

const Names& entityNames() {
  static const Names names{
      {"party", QT_TRANSLATE_NOOP("FieldWords", "Citizen or organisation")},
      {"identifier", QT_TRANSLATE_NOOP("FieldWords", "ID number")},
      {"contact_point", QT_TRANSLATE_NOOP("FieldWords", "Phone or e-mail")},
      {"address", QT_TRANSLATE_NOOP("FieldWords", "Address")},
      {"relationship", QT_TRANSLATE_NOOP("FieldWords", "Relationship")},
      {"service", QT_TRANSLATE_NOOP("FieldWords", "Service")},
      {"case", QT_TRANSLATE_NOOP("FieldWords", "Case")},
      {"case_event", QT_TRANSLATE_NOOP("FieldWords", "Entry in a case's story")},
      {"case_link", QT_TRANSLATE_NOOP("FieldWords", "Link between cases")},
      {"interaction", QT_TRANSLATE_NOOP("FieldWords", "Contact")},
      {"rating", QT_TRANSLATE_NOOP("FieldWords", "Rating")},
      {"staff", QT_TRANSLATE_NOOP("FieldWords", "Clerk")},
      {"conflict", QT_TRANSLATE_NOOP("FieldWords", "Conflict")},
      {"proposal", QT_TRANSLATE_NOOP("FieldWords", "Late work")},
      {"attachment", QT_TRANSLATE_NOOP("FieldWords", "File of a case")},
      {"document", QT_TRANSLATE_NOOP("FieldWords", "Document of a case")},
      {"pad", QT_TRANSLATE_NOOP("FieldWords", "Rating pad")},
      {"rating_review", QT_TRANSLATE_NOOP("FieldWords", "Review of a bad rating")},
      {"survey_round", QT_TRANSLATE_NOOP("FieldWords", "Survey round")},
      {"survey_answer", QT_TRANSLATE_NOOP("FieldWords", "Survey answer")},
      {"survey_task", QT_TRANSLATE_NOOP("FieldWords", "Task from a survey")},
      {"ticket", QT_TRANSLATE_NOOP("FieldWords", "Queue ticket")},
      {"published_scorecard", QT_TRANSLATE_NOOP("FieldWords", "Published scorecard")},
      {"scorecard_signoff", QT_TRANSLATE_NOOP("FieldWords", "Signed scorecard")},
      {"scorecard_comment", QT_TRANSLATE_NOOP("FieldWords", "Comment on a scorecard")},
      {"indicator_target", QT_TRANSLATE_NOOP("FieldWords", "Target of an indicator")},
      {"reported_figure", QT_TRANSLATE_NOOP("FieldWords", "Reported figure")},
  };
  return names;
}

QString named(const Names& names, const std::string& word) {
  const auto found = names.find(word);
  return found == names.end() ? QString::fromStdString(word) : FieldWords::tr(found->second);
}

}  // namespace

QString ofEntity(const std::string& word) {
  return named(entityNames(), word);
}

QString ofEntityField(const std::string& entity, const std::string& field) {
  const QString name = named(fieldNames(), field);
  if (entity == "case" || entity == "party") return name;
  return FieldWords::tr("%1: %2", "an ID number, an address ...; which part of it").arg(ofEntity(entity), name);
}

QString ofValue(const desk::ToldValue& value, const std::string& entity, const std::string& field, const base::TimeZone& zone) {
  using enum desk::ToldValue::Kind;
  switch (value.kind) {
    case nothing:
      return FieldWords::tr("(nothing)", "an empty field");
    case word:
      return ofEnumWord(entity, field, value.text);
    case instant:
      return dateTime(value.at, zone);
    case date: {
      const auto day = base::parseIsoDate(value.text);
      return day ? words::date(day.value()) : QString::fromStdString(value.text);
    }
    case flag:
      return value.number != 0 ? FieldWords::tr("Yes") : FieldWords::tr("No");
    case text:
    case number:
      return QString::fromStdString(value.text);
  }
  return {};
}

}  // namespace ow::ui::words
