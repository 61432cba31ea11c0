// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/import_run.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

#include "intake/import_report.h"
#include "intake/record_reader.h"
#include "intake/regular_file.h"
#include "store/desk_state.h"

namespace ow::intake {

using base::ErrorKind;
using base::Result;

namespace {

using Item = std::variant<Record, RowFault>;

constexpr std::size_t kRowsInTransaction = 2000;
constexpr double kShareOfRebuild = 0.15;  // of the whole time, measured with 57,552 requests

// Time left by what has passed; the store's clock may be set, this one only runs.
class Pace {
 public:
  std::optional<std::chrono::seconds> left(double fraction) const {
    const auto passed = std::chrono::steady_clock::now() - m_start;
    const double done = fraction - m_from;
    if (done < 0.01 || passed < std::chrono::seconds{1}) return std::nullopt;
    const auto seconds = std::chrono::duration<double>(passed).count() / done * (1.0 - fraction);
    return std::chrono::seconds{std::llround(seconds)};
  }
  void startAt(double fraction) {
    m_from = fraction;
    m_start = std::chrono::steady_clock::now();
  }

 private:
  std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
  double m_from = 0;
};

class Run {
 public:
  Run(RunPorts ports, const ImportOptions& options, const ImportListener& progress)
      : m_ports(ports), m_options(options), m_progress(progress), m_ids(ports.clock, ports.random) {}

  Result<void> open(LoadKind kind, const std::filesystem::path& file);
  Result<ImportOutcome> go(const TakerMaker& make);

 private:
  Result<void> findLoad();
  Result<ImportOutcome> repeated();
  Result<void> skip();
  Result<RunContext> context();
  Result<void> fill();
  Result<void> decideIndexing();
  Result<void> takeAll(store::Write& write, RowTaker& taker);
  Result<void> takeOne(store::Write& write, RowTaker& taker, const Item& item);
  Result<void> loadForReal(RowTaker& taker);
  Result<void> loadForShow(RowTaker& taker);
  std::optional<base::Error> afterStoring();
  Result<void> finishSearch();
  bool mayGoOn();
  std::filesystem::path reportPath() const;
  ImportOutcome outcome(const RowTaker& taker) const;

  RunPorts m_ports;
  const ImportOptions& m_options;
  const ImportListener& m_progress;
  base::IdSource m_ids;
  std::optional<Mapping> m_mapping;
  std::unique_ptr<RecordReader> m_reader;
  std::optional<ColumnPlan> m_plan;
  std::optional<domain::OperationWriter> m_writer;
  ImportLoad m_load;
  bool m_isResumed = false;
  bool m_hasReport = true;
  bool m_isTruncated = false;
  std::optional<base::Error> m_afterwards;
  std::vector<Item> m_items;  // of the next transaction
  bool m_atEnd = false;
  store::Indexing m_indexing = store::Indexing::immediate;
  Pace m_pace;
};

Result<void> Run::open(LoadKind kind, const std::filesystem::path& file) {
  OW_TRY(m_mapping, findMapping(m_options.mapping));
  if (m_mapping->kind != kind) return base::fail(ErrorKind::invalidInput, {{"field", "mapping"}, {"rule", "kind"}});
  ReadOptions reading;
  reading.encoding = m_options.encoding;
  if (kind == LoadKind::requests) reading.open311 = ReadOptions::Open311::requests;
  OW_TRY(m_reader, openRecords(file, reading));
  OW_TRY(auto plan, ColumnPlan::make(*m_mapping, m_reader->columns()));
  m_plan = std::move(plan);
  m_load.kind = kind;
  m_load.source = m_mapping->source;
  m_load.fileName = base::repairedText(file.filename().string(), base::Lines::single).text;
  OW_TRY(m_load.fileHash, sha256OfFile(file));
  m_load.mapping = m_mapping->name;
  m_load.mappingHash = m_mapping->hash;
  m_load.encoding = m_reader->encoding() == nullptr ? std::string() : m_reader->encoding()->name;
  m_load.startedAt = m_ports.clock.now();
  return base::success();
}

Result<void> Run::findLoad() {
  OW_TRY(auto reader, m_ports.store.read());
  OW_TRY(const auto known, findSameLoad(reader.connection(), m_load));
  if (known) m_load = *known;
  if (!known) m_load.id = m_ids.make<domain::ImportId>();
  m_isResumed = known.has_value();
  return base::success();
}

Result<ImportOutcome> Run::go(const TakerMaker& make) {
  OW_TRYV(findLoad());
  if (m_isResumed && m_load.state == LoadState::done) return repeated();
  OW_TRYV(skip());
  OW_TRY(const RunContext work, context());
  OW_TRY(const auto taker, make(work));
  if (m_options.isDryRun) {
    OW_TRYV(loadForShow(*taker));
  } else {
    OW_TRYV(loadForReal(*taker));
  }
  return outcome(*taker);
}

// The same file again: its rows are what the store holds, and those that could not be taken still cannot.
Result<ImportOutcome> Run::repeated() {
  class Nobody final : public RowTaker {
    Result<Taken> take(store::Write&, const Record&) override { return Taken{}; }
  };
  ImportOutcome result = outcome(Nobody{});
  result.accepted = 0;
  result.unchanged = result.rows - result.rejected;
  result.isResumed = false;
  result.isRepeated = true;
  OW_TRY(auto reader, m_ports.store.read());
  if (const auto written = writeImportReport(reader.connection(), m_load.id, reportPath()); !written) {
    result.afterwards = written.error();
    result.report.clear();
  }
  return result;
}

// Past the rows that an earlier run has committed: the same bytes give the same rows.
Result<void> Run::skip() {
  for (std::int64_t i = 0; i < m_load.rows; ++i) {
    OW_TRY(const auto item, m_reader->next());
    if (!item) return base::fail(ErrorKind::internal, {{"where", "import_skip"}});
  }
  m_pace.startAt(m_reader->fraction());
  return base::success();
}

Result<RunContext> Run::context() {
  OW_TRY(auto reader, m_ports.store.read());
  const auto value = [&](const char* name) -> Result<std::string> {
    OW_TRY(auto found, store::deskValue(reader.connection(), name));
    if (!found) return base::fail(ErrorKind::storeDamaged, {{"detail", name}});
    return std::move(*found);
  };
  OW_TRY(auto division, value("place.division"));
  OW_TRY(auto desk, value("place.desk"));
  OW_TRY(auto hall, value("place.hall"));
  m_writer.emplace(m_ids, m_ports.clock.now(), domain::Actor{std::nullopt, desk, "import", m_load.id});
  return RunContext{*m_mapping, *m_plan, m_load.id, std::move(division), std::move(desk), std::move(hall), *m_writer};
}

// Reads ahead before the store is locked, so that a slow disk under the file does not stop the desk.
Result<void> Run::fill() {
  m_items.clear();
  while (!m_atEnd && m_items.size() < kRowsInTransaction) {
    OW_TRY(auto item, m_reader->next());
    if (item) {
      m_items.push_back(std::move(*item));
    } else {
      m_atEnd = true;
    }
  }
  return base::success();
}

// A file that brings more than the store holds is indexed in one sorted go at the end, which is several times faster; a small
// one must not make the whole index be built anew.
Result<void> Run::decideIndexing() {
  OW_TRY(auto reader, m_ports.store.read());
  OW_TRY(const auto present, reader.connection().integer("SELECT count(*) FROM case_record"));
  const double fraction = std::max(m_reader->fraction(), 1e-9);
  const double expected = m_atEnd ? double(m_items.size()) : double(m_load.rows + std::int64_t(m_items.size())) / fraction;
  const bool isFirstLoad = expected > double(kRowsInTransaction) && expected > double(present);
  if (isFirstLoad && m_load.kind == LoadKind::requests) m_indexing = store::Indexing::deferred;
  return base::success();
}

Result<void> Run::takeOne(store::Write& write, RowTaker& taker, const Item& item) {
  ++m_load.rows;
  if (const auto* fault = std::get_if<RowFault>(&item)) {
    ++m_load.rejected;
    m_isTruncated = m_isTruncated || fault->rule == "truncated";
    return addFault(write.connection(), m_load.id, {fault->line, "rejected", fault->rule, ""});
  }
  const auto& record = std::get<Record>(item);
  OW_TRY(const auto taken, taker.take(write, record));
  m_load.accepted += taken.fate == Taken::Fate::accepted ? 1 : 0;
  m_load.rejected += taken.fate == Taken::Fate::rejected ? 1 : 0;
  m_load.unchanged += taken.fate == Taken::Fate::unchanged ? 1 : 0;
  for (const Finding& finding : taken.findings)
    OW_TRYV(addFault(write.connection(), m_load.id,
                     {record.line, std::string(base::code(finding.kind)), finding.rule, finding.field}));
  return base::success();
}

Result<void> Run::takeAll(store::Write& write, RowTaker& taker) {
  m_writer->setNow(m_ports.clock.now());
  for (const Item& item : m_items) OW_TRYV(takeOne(write, taker, item));
  return base::success();
}

Result<void> Run::loadForReal(RowTaker& taker) {
  OW_TRYV(fill());
  OW_TRYV(decideIndexing());
  for (;;) {
    {
      OW_TRY(auto write, m_ports.store.write(m_indexing));
      OW_TRYV(takeAll(write, taker));
      if (m_atEnd) {
        m_load.state = LoadState::done;
        m_load.finishedAt = m_ports.clock.now();
      }
      OW_TRYV(putLoad(write.connection(), m_load));
      OW_TRYV(write.commit());
    }
    if (m_atEnd) break;
    if (!mayGoOn()) {
      OW_TRYV(finishSearch());
      return base::fail(ErrorKind::cancelled, {{"rows", std::to_string(m_load.rows)}});
    }
    OW_TRYV(fill());
  }
  m_afterwards = afterStoring();
  return base::success();
}

// From here on the rows are in the store: what fails now must not look as if they were not.
std::optional<base::Error> Run::afterStoring() {
  const auto searchable = finishSearch();
  const auto reported = [&]() -> Result<void> {
    OW_TRY(auto reader, m_ports.store.read());
    return writeImportReport(reader.connection(), m_load.id, reportPath());
  }();
  m_hasReport = bool(reported);
  if (!reported) return reported.error();
  return searchable ? std::nullopt : std::optional(searchable.error());
}

// The whole load in one transaction that is never committed: what it says is what would happen.
Result<void> Run::loadForShow(RowTaker& taker) {
  OW_TRY(auto write, m_ports.store.write(store::Indexing::deferred));
  while (!m_atEnd) {
    OW_TRYV(fill());
    OW_TRYV(takeAll(write, taker));
    if (!mayGoOn()) return base::fail(ErrorKind::cancelled, {{"rows", std::to_string(m_load.rows)}});
  }
  return writeImportReport(write.connection(), m_load.id, reportPath());
}

Result<void> Run::finishSearch() {
  if (m_ports.store.isSearchComplete()) return base::success();
  OW_TRYV(m_ports.store.rebuildSearch([this](double fraction) {
    const double whole = 1.0 - kShareOfRebuild * (1.0 - fraction);
    if (m_progress) m_progress({whole, m_load.rows, m_pace.left(whole)});
  }));
  return m_ports.store.optimise();
}

bool Run::mayGoOn() {
  if (!m_progress) return true;
  const bool rebuilds = m_indexing == store::Indexing::deferred && !m_options.isDryRun;
  const double fraction = m_reader->fraction() * (rebuilds ? 1.0 - kShareOfRebuild : 1.0);
  return m_progress({fraction, m_load.rows, m_pace.left(fraction)});
}

std::filesystem::path Run::reportPath() const {
  if (!m_options.reportPath.empty()) return m_options.reportPath;
  std::filesystem::path path = m_ports.store.path();
  path += (m_options.isDryRun ? std::string(".dry-run") : "." + m_load.id.text()) + ".report.csv";
  return path;
}

ImportOutcome Run::outcome(const RowTaker& taker) const {
  ImportOutcome result;
  result.rows = m_load.rows;
  result.accepted = m_load.accepted;
  result.rejected = m_load.rejected;
  result.unchanged = m_load.unchanged;
  if (!m_options.isDryRun || m_isResumed) result.id = m_load.id;
  if (m_hasReport) result.report = reportPath();
  result.afterwards = m_afterwards;
  result.encoding = m_load.encoding;
  if (const auto* guess = m_reader->encoding()) {
    result.encodingHow = std::string(base::code(guess->how));
    result.encodingConfidence = guess->confidence;
  }
  result.preview = taker.preview();
  result.isTruncated = m_isTruncated;
  result.isResumed = m_isResumed;
  return result;
}

}  // namespace

Result<ImportOutcome> runImport(RunPorts ports, LoadKind kind, const std::filesystem::path& file, const ImportOptions& options,
                                const ImportListener& progress, const TakerMaker& make) {
  Run run(ports, options, progress);
  OW_TRYV(run.open(kind, file));
  return run.go(make);
}

}  // namespace ow::intake
