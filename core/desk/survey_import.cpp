// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/survey_import.h"

#include <algorithm>
#include <charconv>

#include "base/text_rules.h"
#include "desk/survey_inside.h"
#include "intake/record_reader.h"
#include "intake/value_reading.h"
#include "store/survey_queries.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
using domain::SurveyAnswer;

namespace {

constexpr std::int64_t kAnswersOfWrite = 500;
constexpr std::int64_t kFurthestAnswer = 1'000'000;

base::Error wrongColumn(const char* rule, const std::string& column) {
  return base::fail(ErrorKind::invalidInput, {{"field", "columns"}, {"rule", rule}, {"column", column}});
}

struct AskedColumn {
  const domain::SurveyQuestion* question = nullptr;
  std::size_t at = 0;
  std::string name;
};
struct AnswerPlaces {
  std::vector<AskedColumn> asked;
  int id = -1, text = -1;
};

Result<AnswerPlaces> placesIn(const std::vector<std::string>& names, const domain::Questionnaire& form,
                              const AnswerColumns& columns) {
  const auto place = [&names](std::string_view name) { return intake::columnNamed(names, name); };
  for (const auto& [question, column] : columns.ofQuestion)
    if (form.question(question) == nullptr) return wrongColumn("unknown_question", column);
  AnswerPlaces places;
  for (const domain::SurveyQuestion& question : form.questions) {
    const auto named = columns.ofQuestion.find(question.id);
    const std::string& name = named == columns.ofQuestion.end() ? question.id : named->second;
    const int at = place(name);
    if (at >= 0) places.asked.push_back({&question, std::size_t(at), name});
    if (at < 0 && named != columns.ofQuestion.end()) return wrongColumn("missing_column", name);
  }
  if (places.asked.empty()) return wrongColumn("no_question", "");
  places.id = columns.id.empty() ? -1 : place(columns.id);
  places.text = columns.text.empty() ? -1 : place(columns.text);
  if (places.id < 0 && !columns.id.empty()) return wrongColumn("missing_column", columns.id);
  if (places.text < 0 && !columns.text.empty()) return wrongColumn("missing_column", columns.text);
  return places;
}

std::optional<std::int64_t> wholeIn(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  return fault == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

// Takes one file in, a row at a time.
class AnswerTaking {
 public:
  AnswerTaking(Desk::Inside& in, const domain::SurveyRound& round, const AnswerPlaces& places, std::int64_t there)
      : m_in(in), m_round(round), m_places(places), m_there(there) {}

  Result<void> take(store::Write& write, const intake::Record& record) {
    ++result.rows;
    SurveyAnswer answer;
    domain::SurveyNumbers numbers;
    for (const AskedColumn& asked : m_places.asked) {
      const std::string_view cell = intake::trimmed(record.fields[asked.at]);
      if (cell.empty()) continue;
      const auto number = wholeIn(cell);
      if (!number) return reject(record.line, "format", asked.name);
      if (*number < -kFurthestAnswer || *number > kFurthestAnswer) return reject(record.line, "out_of_range", asked.name);
      numbers.emplace(asked.question->id, *number);
    }
    if (numbers.empty()) return reject(record.line, "missing", "");
    if (m_places.text >= 0) {
      const std::string_view words = intake::trimmed(record.fields[std::size_t(m_places.text)]);
      auto accepted = base::acceptText(words, base::kNoteLimits, base::Lines::multiple);
      if (!accepted) return reject(record.line, "format", "text");
      if (!accepted.value().empty()) answer.text = std::move(accepted).value();
    }
    const std::string_view row =
        m_places.id < 0 ? std::string_view() : intake::trimmed(record.fields[std::size_t(m_places.id)]);
    if (m_places.id >= 0 && row.empty()) return reject(record.line, "missing", "id");
    answer.id =
        domain::answerOfSource(m_round.id, row.empty() ? "line " + std::to_string(record.line) : "id " + std::string(row));
    answer.answers = domain::surveyText(numbers);
    return keep(write, record.line, answer, offScaleOf(numbers));
  }
  Result<void> reject(std::int64_t line, std::string rule, std::string column) {
    ++result.rejected;
    if (result.faults.size() < ImportedAnswers::kMostFaults)
      result.faults.push_back({line, std::move(rule), std::move(column)});
    return base::success();
  }

  ImportedAnswers result;

 private:
  std::int64_t offScaleOf(const domain::SurveyNumbers& numbers) const {
    return std::count_if(m_places.asked.begin(), m_places.asked.end(), [&](const AskedColumn& asked) {
      const auto number = numbers.find(asked.question->id);
      return number != numbers.end() && !asked.question->isOnScale(number->second);
    });
  }

  Result<void> keep(store::Write& write, std::int64_t line, SurveyAnswer& answer, std::int64_t offScale) {
    const auto known = store::loadEntity<SurveyAnswer>(write.connection(), answer.id);
    if (!known && known.error().kind != ErrorKind::notFound) return known.error();
    if (known && known.value().answers != answer.answers) return reject(line, "other_there", "");
    if (!known && m_there >= m_round.drawnCount) return reject(line, "beyond_drawn", "");
    result.offScale += offScale;
    ++(known ? result.unchanged : result.accepted);
    if (known) return base::success();
    ++m_there;
    answer.roundId = m_round.id;
    answer.channel = domain::SurveyChannel::elsewhere;
    answer.answeredAt = m_in.now();
    auto writer = m_in.writer("import");
    writer.create(answer);
    return write.apply(writer.take());
  }

  Desk::Inside& m_in;
  const domain::SurveyRound& m_round;
  const AnswerPlaces& m_places;
  std::int64_t m_there;
};

}  // namespace

Result<ImportedAnswers> importAnswers(Desk& desk, domain::SurveyRoundId id, const std::filesystem::path& file,
                                      const AnswerColumns& columns) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(supervisorsOnly(in));
  domain::SurveyRound round;
  std::int64_t there = 0;
  {
    OW_TRY(auto reader, in.store->read());
    OW_TRY(round, surveyRound(reader.connection(), id));
    OW_TRY(there, store::countElsewhere(reader.connection(), id));
  }
  OW_TRYV(takesAnswers(in, round));
  if (round.drawnFrom != domain::DrawnFrom::elsewhere) return notAllowed("drawn_here");
  if (!domain::takesChannel(round, domain::SurveyChannel::elsewhere)) return notAllowed("channel");
  OW_TRY(const auto form, formOf(in, round));
  OW_TRY(auto records, intake::openRecords(file, {}));
  OW_TRY(const auto places, placesIn(records->columns(), form, columns));
  AnswerTaking taking(in, round, places, there);
  for (bool isMore = true; isMore;) {
    OW_TRY(auto write, in.store->write());
    for (std::int64_t n = 0; n < kAnswersOfWrite && isMore; ++n) {
      OW_TRY(auto next, records->next());
      isMore = next.has_value();
      if (!isMore) break;
      if (const auto* fault = std::get_if<intake::RowFault>(&*next)) {
        ++taking.result.rows;
        OW_TRYV(taking.reject(fault->line, fault->rule, ""));
      } else {
        OW_TRYV(taking.take(write, std::get<intake::Record>(*next)));
      }
    }
    OW_TRYV(write.commit());
  }
  return std::move(taking.result);
}

}  // namespace ow::desk
