// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"

#include <algorithm>
#include <array>

namespace ow::store {

namespace {

// 32 digits for each who can be drawn into a survey round.
constexpr base::TextLimits kDrawnLimits{std::size_t(domain::kMostDrawn) * 32, std::size_t(domain::kMostDrawn) * 32};
// What a hall counts of a month: some hundred kinds of case, each with some dozen lengths.
constexpr base::TextLimits kCountsLimits{400000, 400000};

// Names get room for a name, notes for a page, everything else is one short line.
void setLimits(FieldSchema& field) {
  const std::string_view name = field.name;
  if (name == "name" || name == "latin_name" || name == "former_name") field.limits = base::kNameLimits;
  if (name == "text" || name == "description" || name == "note" || name == "rivals" || name == "changes" || name == "finding" ||
      name == "decision" || name == "measure" || name == "reply" || name == "call_back_note" || name == "answers" ||
      name == "result") {
    field.limits = base::kNoteLimits;
    field.lines = base::Lines::multiple;
  }
  if (name == "chunks") field.limits = base::kNoteLimits;
  if (name == "counts" || name == "figures") field.limits = kCountsLimits;
  if (name == "drawn") field.limits = kDrawnLimits;
}

template <class Member>
bool isOwn(const domain::Value& value) {
  Member member{};
  return domain::fromValue(value, member) && domain::toValue(member) == value;
}
template <class Member>
constexpr bool kTakesAll =
    std::is_same_v<Member, std::string> || std::is_same_v<Member, double> || std::is_same_v<Member, base::Instant> ||
    std::is_same_v<Member, std::int64_t> || domain::kIsId<Member>;
template <class Member>
constexpr bool kTakesAll<std::optional<Member>> = kTakesAll<Member>;

template <class Member>
constexpr bool kIsState = std::is_same_v<Member, domain::CaseState> || std::is_same_v<Member, domain::ReviewState> ||
                          std::is_same_v<Member, domain::SurveyRoundState> || std::is_same_v<Member, domain::SurveyTaskState> ||
                          std::is_same_v<Member, domain::TicketState> || std::is_same_v<Member, domain::ConflictState> ||
                          std::is_same_v<Member, domain::ProposalState>;

// The alternative that domain::toValue gives a member; an empty optional asks its value type.
template <class Member>
FieldType typeOf() {
  if constexpr (domain::kIsOptional<Member>) {
    return typeOf<typename Member::value_type>();
  } else if constexpr (domain::kIsId<Member>) {
    return FieldType::id;
  } else if constexpr (std::is_same_v<Member, double>) {
    return FieldType::real;
  } else {
    const domain::Value value = domain::toValue(Member{});
    return std::holds_alternative<std::int64_t>(value) ? FieldType::integer : FieldType::text;
  }
}

template <class T>
EntitySchema make(const char* table) {
  EntitySchema schema;
  schema.kind = domain::EntityTraits<T>::kKind;
  schema.table = table;
  schema.isAppendOnly = domain::EntityTraits<T>::kAppendOnly;
  T blank;
  domain::EntityTraits<T>::describe(
      [&schema](const char* name, const auto& member) {
        using Member = std::remove_cvref_t<decltype(member)>;
        FieldSchema field;
        field.name = name;
        field.type = typeOf<Member>();
        field.isOptional = domain::kIsOptional<Member>;
        field.isState = kIsState<Member>;
        if constexpr (!kTakesAll<Member>) field.fits = isOwn<Member>;
        setLimits(field);
        schema.fields.push_back(std::move(field));
      },
      blank);
  for (std::size_t i = 0; i < schema.fields.size(); ++i) schema.textOrder.push_back(int(i));
  std::sort(schema.textOrder.begin(), schema.textOrder.end(), [&schema](int a, int b) {
    const std::string& first = schema.fields[std::size_t(a)].name;
    const std::string& second = schema.fields[std::size_t(b)].name;
    return first.size() != second.size() ? first.size() < second.size() : first < second;
  });
  std::string names = "id";
  std::string values = "?1";
  for (std::size_t i = 0; i < schema.fields.size(); ++i) {
    names += ", " + schema.fields[i].name;
    values += ", ?" + std::to_string(i + 2);
  }
  schema.insertSql = "INSERT INTO " + schema.table + " (" + names + ") VALUES (" + values + ")";
  return schema;
}

}  // namespace

int EntitySchema::indexOf(std::string_view field) const {
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (fields[i].name == field) return int(i);
  return -1;
}

const EntitySchema& schemaOf(domain::EntityKind kind) {
  static const std::array<EntitySchema, 27> kSchemas{make<domain::Party>("party"),
                                                     make<domain::Identifier>("identifier"),
                                                     make<domain::ContactPoint>("contact_point"),
                                                     make<domain::Address>("address"),
                                                     make<domain::Relationship>("relationship"),
                                                     make<domain::Service>("service"),
                                                     make<domain::Case>("case_record"),
                                                     make<domain::CaseEvent>("case_event"),
                                                     make<domain::CaseLink>("case_link"),
                                                     make<domain::Interaction>("interaction"),
                                                     make<domain::Rating>("rating"),
                                                     make<domain::Staff>("staff"),
                                                     make<domain::Conflict>("conflict_record"),
                                                     make<domain::Proposal>("proposal"),
                                                     make<domain::Attachment>("attachment"),
                                                     make<domain::OfficialDocument>("official_document"),
                                                     make<domain::Pad>("pad"),
                                                     make<domain::RatingReview>("rating_review"),
                                                     make<domain::SurveyRound>("survey_round"),
                                                     make<domain::SurveyAnswer>("survey_answer"),
                                                     make<domain::SurveyTask>("survey_task"),
                                                     make<domain::Ticket>("ticket"),
                                                     make<domain::PublishedScorecard>("published_scorecard"),
                                                     make<domain::ScorecardSignOff>("scorecard_signoff"),
                                                     make<domain::ScorecardComment>("scorecard_comment"),
                                                     make<domain::IndicatorTarget>("indicator_target"),
                                                     make<domain::ReportedFigure>("reported_figure")};
  return kSchemas.at(std::size_t(kind));  // same order as EntityKind; a test holds it
}

}  // namespace ow::store
