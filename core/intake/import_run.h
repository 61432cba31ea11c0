// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "domain/operation.h"
#include "intake/import.h"
#include "intake/import_book.h"
#include "intake/request_row.h"
#include "store/store.h"

namespace ow::intake {

// What the two importers share: one file, read once, taken in by transactions of about 2,000 rows, each of which also says how
// far it came. Killed at any moment, the same command goes on behind the last committed row.

// What became of one row.
struct Taken {
  enum class Fate { accepted, rejected, unchanged };
  Fate fate = Fate::accepted;
  std::vector<Finding> findings;
};

// Turns rows into operations. A row that cannot be is `rejected`; an Error is a store that cannot go on.
class RowTaker {
 public:
  virtual ~RowTaker() = default;
  virtual base::Result<Taken> take(store::Write& write, const Record& record) = 0;
  // The first ten rows that were taken.
  const std::vector<ImportPreview>& preview() const { return m_preview; }

 protected:
  bool wantsPreview() const { return m_preview.size() < 10; }
  void show(ImportPreview row) { m_preview.push_back(std::move(row)); }

 private:
  std::vector<ImportPreview> m_preview;
};

// What a taker works with; lives as long as the run.
struct RunContext {
  const Mapping& mapping;
  const ColumnPlan& plan;
  domain::ImportId import;
  std::string division, desk, hall;  // of this store
  domain::OperationWriter& writer;   // operations of this load
};
using TakerMaker = std::function<base::Result<std::unique_ptr<RowTaker>>(const RunContext&)>;

// The world outside, as the importers get it.
struct RunPorts {
  store::Store& store;
  base::Clock& clock;
  base::Random& random;
};

base::Result<ImportOutcome> runImport(RunPorts ports, LoadKind kind, const std::filesystem::path& file,
                                      const ImportOptions& options, const ImportListener& progress, const TakerMaker& make);

}  // namespace ow::intake
