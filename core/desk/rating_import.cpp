// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/rating_import.h"

#include <algorithm>
#include <charconv>

#include "base/text_rules.h"
#include "desk/inside.h"
#include "desk/numbered_case.h"
#include "desk/review_opening.h"
#include "domain/rating.h"
#include "intake/record_reader.h"
#include "intake/value_reading.h"
#include "store/schema.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
using domain::Rating;

namespace {

constexpr std::int64_t kRowsOfWrite = 500;
constexpr std::array<std::string_view, 5> kLevelWords{"非常满意", "满意", "基本满意", "不满意", "非常不满意"};

struct Columns {
  int id = -1, level = -1, ratedAt = -1, case_ = -1, channel = -1, text = -1;
};

Result<Columns> columnsIn(const std::vector<std::string>& names) {
  const auto place = [&names](std::string_view name) { return intake::columnNamed(names, name); };
  const Columns columns{place("id"), place("level"), place("rated_at"), place("case"), place("channel"), place("text")};
  for (const auto& [at, name] :
       {std::pair(columns.id, "id"), std::pair(columns.level, "level"), std::pair(columns.ratedAt, "rated_at")})
    if (at < 0) return base::fail(ErrorKind::invalidInput, {{"rule", "missing_column"}, {"column", name}});
  return columns;
}

Result<domain::Staff> supervisorCalled(store::Connection& connection, const std::string& login) {
  const auto staff = store::loadEntity<domain::Staff>(connection, domain::staffId(login));
  if (!staff && staff.error().kind == ErrorKind::notFound) return base::fail(ErrorKind::notFound, {{"entity", "staff"}});
  if (!staff) return staff.error();
  if (staff.value().role != domain::Role::supervisor || !staff.value().isActive)
    return base::fail(ErrorKind::notAllowed, {{"rule", "not_your_right"}});
  return staff;
}

std::optional<int> levelIn(std::string_view text) {
  const auto word = std::find(kLevelWords.begin(), kLevelWords.end(), text);
  if (word != kLevelWords.end()) return int(word - kLevelWords.begin()) + domain::kBestLevel;
  int level = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), level);
  return fault == std::errc{} && end == text.data() + text.size() && domain::isRatingLevel(level) ? std::optional(level)
                                                                                                  : std::nullopt;
}

// Takes one file in, a row at a time.
class RatingTaking {
 public:
  RatingTaking(Desk::Inside& in, const RatingSource& source, domain::StaffId supervisor, domain::RatingCatalogue catalogue,
               const Columns& columns, NumberedCases cases)
      : m_in(in),
        m_source(source),
        m_supervisor(supervisor),
        m_catalogue(std::move(catalogue)),
        m_columns(columns),
        m_cases(std::move(cases)) {}

  Result<void> take(store::Write& write, const intake::Record& record) {
    ++result.rows;
    OW_TRY(auto rating, ratingIn(write.connection(), record));
    if (!rating) return base::success();
    const auto known = store::loadEntity<Rating>(write.connection(), rating->id);
    if (known) {
      const bool isSame = known.value().level == rating->level && known.value().at == rating->at;
      if (isSame)
        ++result.unchanged;
      else
        reject(record.line, "other_there", "id");
      return base::success();
    }
    if (known.error().kind != ErrorKind::notFound) return known.error();
    domain::OperationWriter writer(m_in.ids, m_in.now(), {m_supervisor, m_in.place.desk, "import", {}});
    writer.create(*rating);
    const auto operations = writer.take();
    OW_TRYV(write.apply(operations));
    ++result.accepted;
    if (!domain::isBadLevel(rating->level)) return base::success();
    ++result.reviews;
    return openReview(m_in, write, *rating, operations.back().id, m_catalogue);
  }
  void reject(std::int64_t line, std::string rule, std::string column) {
    ++result.rejected;
    if (result.faults.size() < ImportedRatings::kMostFaults)
      result.faults.push_back({line, std::move(rule), std::move(column)});
  }

  ImportedRatings result;

 private:
  std::string_view cell(const intake::Record& record, int column) const {
    return column < 0 ? std::string_view() : intake::trimmed(record.fields[std::size_t(column)]);
  }

  // Nothing where the row is not taken.
  Result<std::optional<Rating>> ratingIn(store::Connection& connection, const intake::Record& record) {
    static const std::vector<std::string> kFormats{"iso", "yyyy-MM-dd HH:mm:ss", "yyyy/MM/dd HH:mm:ss", "yyyy-MM-dd HH:mm"};
    const auto rejected = [&](const char* rule, const char* column) {
      reject(record.line, rule, column);
      return std::optional<Rating>();
    };
    Rating rating;
    const std::string_view id = cell(record, m_columns.id);
    if (id.empty()) return rejected("missing", "id");
    rating.id = {base::namedUuid({}, "rating of " + m_source.name + " " + std::string(id))};
    const auto level = levelIn(cell(record, m_columns.level));
    if (!level) return rejected("out_of_range", "level");
    rating.level = *level;
    const auto at = intake::readInstant(cell(record, m_columns.ratedAt), kFormats, m_in.zone());
    if (!at) return rejected("format", "rated_at");
    rating.at = at.value();
    const std::string_view channel = cell(record, m_columns.channel);
    const auto word = base::fromCode<domain::Channel>(channel);
    if (!channel.empty() && !word) return rejected("unknown_word", "channel");
    rating.channel = word.value_or(domain::Channel::other);
    if (const std::string_view text = cell(record, m_columns.text); !text.empty()) {
      const auto accepted = base::acceptText(std::string(text), base::kNoteLimits, base::Lines::multiple);
      if (!accepted) return rejected("format", "text");
      rating.text = accepted.value();
    }
    rating.source = m_source.name;
    rating.hall = m_in.place.hall;
    const std::string_view number = cell(record, m_columns.case_);
    if (number.empty()) return rating;
    OW_TRY(const auto caseId, m_cases.find(connection, number));
    if (!caseId) return rejected("unknown_case", "case");
    OW_TRY(const auto c, store::loadEntity<domain::Case>(connection, *caseId));
    rating.caseId = c.id;
    rating.partyId = c.partyId;
    rating.serviceId = c.serviceId;
    rating.window = c.window;
    rating.clerkId = c.ownerId;
    return rating;
  }

  Desk::Inside& m_in;
  const RatingSource& m_source;
  domain::StaffId m_supervisor;
  domain::RatingCatalogue m_catalogue;
  Columns m_columns;
  NumberedCases m_cases;
};

}  // namespace

Result<ImportedRatings> importRatings(Desk& desk, const std::filesystem::path& file, const RatingSource& source) {
  Desk::Inside& in = desk.inside();
  if (source.name.empty() || source.name.size() > 64)
    return base::fail(ErrorKind::invalidInput, {{"field", "source"}, {"rule", source.name.empty() ? "required" : "too_long"}});
  OW_TRY(auto catalogue, domain::RatingCatalogue::bundled(in.place.jurisdiction));
  domain::Staff supervisor;
  NumberedCases cases;
  {
    OW_TRY(auto reader, in.store->read());
    OW_TRY(supervisor, supervisorCalled(reader.connection(), source.supervisorLogin));
    OW_TRY(cases, NumberedCases::of(reader.connection()));
  }
  OW_TRY(auto records, intake::openRecords(file, {}));
  OW_TRY(const auto columns, columnsIn(records->columns()));
  RatingTaking taking(in, source, supervisor.id, std::move(catalogue), columns, std::move(cases));
  for (bool isMore = true; isMore;) {
    OW_TRY(auto write, in.store->write());
    for (std::int64_t n = 0; n < kRowsOfWrite && isMore; ++n) {
      OW_TRY(auto next, records->next());
      isMore = next.has_value();
      if (!isMore) break;
      if (const auto* fault = std::get_if<intake::RowFault>(&*next)) {
        ++taking.result.rows;
        taking.reject(fault->line, fault->rule, "");
      } else {
        OW_TRYV(taking.take(write, std::get<intake::Record>(*next)));
      }
    }
    OW_TRYV(write.commit());
  }
  return std::move(taking.result);
}

}  // namespace ow::desk
