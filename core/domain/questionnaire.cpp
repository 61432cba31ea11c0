// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/questionnaire.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include <boost/json.hpp>

#include "resources/resources.h"

namespace ow::domain {

namespace json = boost::json;
using base::ErrorKind;
using base::Result;

namespace {

constexpr std::size_t kLargestSurveyFile = 1 << 20;
constexpr std::size_t kMostQuestions = 100;
constexpr std::int64_t kFurthest = 1000;
constexpr double kSumTolerance = 1e-6;
constexpr std::size_t kUsabilityItems = 10;

base::Error wrongForm(std::string_view field, std::string_view rule) {
  return base::fail(ErrorKind::invalidInput, {{"field", std::string(field)}, {"rule", std::string(rule)}});
}

Result<std::string> formText(const json::object& object, std::string_view name, std::size_t longest) {
  const auto* value = object.if_contains(name);
  const auto* found = value == nullptr ? nullptr : value->if_string();
  if (found == nullptr || found->empty()) return wrongForm(name, "missing");
  if (found->size() > longest) return wrongForm(name, "too_long");
  return std::string(*found);
}

Result<std::int64_t> formNumber(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  const auto* found = value == nullptr ? nullptr : value->if_int64();
  if (found == nullptr) return wrongForm(name, "missing");
  if (*found < -kFurthest || *found > kFurthest) return wrongForm(name, "out_of_range");
  return *found;
}

Result<const json::array*> formList(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  const auto* found = value == nullptr ? nullptr : value->if_array();
  if (found == nullptr || found->empty()) return wrongForm(name, "missing");
  if (found->size() > kMostQuestions) return wrongForm(name, "too_long");
  return found;
}

// Ids stand in columns of files and in the text of an answer.
Result<std::string> formId(const json::object& object) {
  OW_TRY(auto id, formText(object, "id", 40));
  const bool isWord =
      std::all_of(id.begin(), id.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
  if (!isWord) return wrongForm("id", "format");
  return id;
}

Result<SurveyIndex> indexIn(const json::value& value) {
  const auto* entry = value.if_object();
  if (entry == nullptr) return wrongForm("indexes", "format");
  SurveyIndex index;
  OW_TRY(index.id, formId(*entry));
  OW_TRY(index.zh, formText(*entry, "zh", 200));
  OW_TRY(index.en, formText(*entry, "en", 200));
  OW_TRY(const auto word, formText(*entry, "kind", 40));
  const auto kind = base::fromCode<SurveyIndexKind>(word);
  if (!kind) return wrongForm("kind", "unknown_word");
  index.kind = *kind;
  if (index.kind == SurveyIndexKind::share) {
    OW_TRY(index.goodFrom, formNumber(*entry, "good_from"));
    OW_TRY(index.goodTo, formNumber(*entry, "good_to"));
  }
  if (!entry->contains("weights")) return index;
  OW_TRY(const auto* weights, formList(*entry, "weights"));
  for (const json::value& weight : *weights) {
    if (!weight.is_number()) return wrongForm("weights", "format");
    index.weights.push_back(weight.to_number<double>());
  }
  return index;
}

Result<SurveyQuestion> questionIn(const json::value& value) {
  const auto* entry = value.if_object();
  if (entry == nullptr) return wrongForm("questions", "format");
  SurveyQuestion question;
  OW_TRY(question.id, formId(*entry));
  OW_TRY(question.index, formText(*entry, "index", 40));
  OW_TRY(question.low, formNumber(*entry, "low"));
  OW_TRY(question.high, formNumber(*entry, "high"));
  if (question.low >= question.high) return wrongForm("high", "low_below_high");
  OW_TRY(question.zh, formText(*entry, "zh", 600));
  OW_TRY(question.en, formText(*entry, "en", 600));
  return question;
}

bool areWeights(const std::vector<double>& weights) {
  const bool isNone = std::any_of(weights.begin(), weights.end(), [](double weight) { return !(weight >= 0); });
  return !isNone && std::abs(std::accumulate(weights.begin(), weights.end(), 0.0) - 1) <= kSumTolerance;
}

// What the formula of an index asks of its questions.
Result<void> checkIndex(const Questionnaire& form, const SurveyIndex& index) {
  const auto questions = form.questionsOf(index.id);
  if (questions.empty()) return wrongForm("indexes", "without_question");
  const auto& first = *questions.front();
  const bool isOneScale = std::all_of(questions.begin(), questions.end(),
                                      [&](const auto* q) { return q->low == first.low && q->high == first.high; });
  if (!isOneScale) return wrongForm("scale", "one_scale");
  if (!index.weights.empty() && (index.weights.size() != questions.size() || !areWeights(index.weights)))
    return wrongForm("weights", "sum_is_1");
  const auto hasShape = [&](std::size_t count, std::int64_t low, std::int64_t high) {
    return questions.size() == count && first.low == low && first.high == high;
  };
  if (index.kind == SurveyIndexKind::netPromoter && !hasShape(1, 0, 10)) return wrongForm("questions", "net_promoter");
  if (index.kind == SurveyIndexKind::usability && !hasShape(kUsabilityItems, 1, 5)) return wrongForm("questions", "usability");
  const bool isGood = index.goodFrom <= index.goodTo && first.isOnScale(index.goodFrom) && first.isOnScale(index.goodTo);
  if (index.kind == SurveyIndexKind::share && (questions.size() != 1 || !isGood)) return wrongForm("questions", "share");
  return base::success();
}

Result<Questionnaire> questionnaireIn(const json::value& value) {
  const auto* entry = value.if_object();
  if (entry == nullptr) return wrongForm("questionnaires", "format");
  Questionnaire form;
  OW_TRY(form.id, formId(*entry));
  OW_TRY(form.version, formText(*entry, "version", 40));
  OW_TRY(form.zh, formText(*entry, "zh", 200));
  OW_TRY(form.en, formText(*entry, "en", 200));
  std::set<std::string> ids;
  OW_TRY(const auto* indexes, formList(*entry, "indexes"));
  for (const json::value& one : *indexes) {
    OW_TRY(auto index, indexIn(one));
    if (!ids.insert(index.id).second) return wrongForm("id", "twice");
    form.indexes.push_back(std::move(index));
  }
  std::set<std::string> asked;
  OW_TRY(const auto* questions, formList(*entry, "questions"));
  for (const json::value& one : *questions) {
    OW_TRY(auto question, questionIn(one));
    if (!asked.insert(question.id).second) return wrongForm("id", "twice");
    if (!ids.contains(question.index)) return wrongForm("index", "unknown_word");
    form.questions.push_back(std::move(question));
  }
  for (const SurveyIndex& index : form.indexes) OW_TRYV(checkIndex(form, index));
  return form;
}

}  // namespace

const SurveyQuestion* Questionnaire::question(std::string_view questionId) const {
  const auto found = std::find_if(questions.begin(), questions.end(), [&](const auto& q) { return q.id == questionId; });
  return found == questions.end() ? nullptr : &*found;
}

std::vector<const SurveyQuestion*> Questionnaire::questionsOf(std::string_view index) const {
  std::vector<const SurveyQuestion*> found;
  for (const SurveyQuestion& one : questions)
    if (one.index == index) found.push_back(&one);
  return found;
}

Result<Questionnaire> QuestionnaireCatalogue::find(std::string_view id, std::string_view version) const {
  const auto found = std::find_if(questionnaires.rbegin(), questionnaires.rend(), [&](const Questionnaire& form) {
    return form.id == id && (version.empty() || form.version == version);
  });
  if (found == questionnaires.rend()) return base::fail(ErrorKind::notFound, {{"entity", "questionnaire"}});
  return *found;
}

Result<QuestionnaireCatalogue> QuestionnaireCatalogue::parse(std::string_view given) {
  if (given.size() > kLargestSurveyFile)
    return base::fail(ErrorKind::tooLarge, {{"limit", std::to_string(kLargestSurveyFile)}, {"unit", "byte"}});
  boost::system::error_code failure;
  const auto document = json::parse(given, failure);
  const auto* file = failure ? nullptr : document.if_object();
  const auto* format = file == nullptr ? nullptr : file->if_contains("format");
  if (format == nullptr || *format != "onewindow-surveys/1")
    return base::fail(ErrorKind::unsupportedFormat, {{"format", "onewindow-surveys/1"}});
  QuestionnaireCatalogue catalogue;
  OW_TRY(catalogue.jurisdiction, formText(*file, "jurisdiction", 40));
  OW_TRY(const auto* forms, formList(*file, "questionnaires"));
  std::set<std::pair<std::string, std::string>> versions;
  for (const json::value& one : *forms) {
    OW_TRY(auto form, questionnaireIn(one));
    if (!versions.emplace(form.id, form.version).second) return wrongForm("version", "twice");
    catalogue.questionnaires.push_back(std::move(form));
  }
  return catalogue;
}

Result<QuestionnaireCatalogue> QuestionnaireCatalogue::bundled(std::string_view jurisdiction) {
  for (const std::string_view name : {jurisdiction, std::string_view("CN")})
    if (const auto found = resources::file("surveys/" + std::string(name) + ".json"); found.data() != nullptr)
      return parse(found);
  return base::fail(ErrorKind::notFound, {{"entity", "questionnaire"}});
}

}  // namespace ow::domain
