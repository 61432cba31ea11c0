// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/catalogue_import.h"

#include <charconv>
#include <utility>

#include "domain/limit.h"
#include "intake/import_run.h"
#include "store/schema.h"

namespace ow::intake {

using base::Result;
using domain::Service;

namespace {

constexpr base::TextLimits kItemCodeLimits{128, 512};

// One service item as the file tells it.
struct ItemReading {
  std::optional<Service> item;
  bool namesPromise = false, namesStatute = false;  // else what the store holds is left alone
  std::vector<Finding> findings;
};

class ItemReader {
 public:
  ItemReader(const Record& record, const ColumnPlan& plan) : m_record(record), m_plan(plan) {}

  ItemReading take() {
    const auto code = base::acceptKeyText(m_plan.value(m_record, Field::code), kItemCodeLimits);
    if (!code) return reject(code.error().fact("rule"), Field::code);
    if (code.value().empty()) return reject("missing", Field::code);
    Service item;
    item.code = code.value();
    item.id.uuid = base::namedUuid("", "service:" + item.code);
    item.name = line(Field::name, base::kNameLimits);
    if (item.name.empty()) return reject("missing", Field::name);
    if (auto name = line(Field::nameEn, base::kShortTextLimits); !name.empty()) item.nameEn = std::move(name);
    item.department = line(Field::department, base::kShortTextLimits);
    item.jurisdiction = m_plan.mapping().jurisdiction;
    item.itemType = itemType();
    item.caseType = domain::CaseType::other;
    readLimit(Field::promisedAmount, Field::promisedUnit, item.promisedAmount, item.promisedUnit);
    readLimit(Field::statutoryAmount, Field::statutoryUnit, item.statutoryAmount, item.statutoryUnit);
    if (item.promised()) item.caseType = domain::CaseType::promised;
    m_reading.namesPromise = item.promised().has_value();
    m_reading.namesStatute = item.statutory().has_value();
    m_reading.item = std::move(item);
    return std::move(m_reading);
  }

 private:
  static ItemReading reject(std::string_view rule, Field field) {
    return {std::nullopt, false, false, {{Finding::Kind::rejected, std::string(rule), std::string(base::code(field))}}};
  }
  std::string line(Field field, base::TextLimits limits) {
    return fittingText(m_plan.value(m_record, field), limits, base::Lines::single, field, m_reading.findings);
  }
  void warn(const char* rule, Field field) {
    m_reading.findings.push_back({Finding::Kind::warning, rule, std::string(base::code(field))});
  }

  std::optional<std::string> itemType() {
    std::string text = line(Field::itemType, base::kCodeLimits);
    if (text.empty()) return std::nullopt;
    const std::size_t width = m_plan.mapping().fields.at(Field::itemType).width;
    const auto digits = width == 0 ? std::nullopt : readDigits(text, width);
    return digits ? digits->text : text;
  }

  void readLimit(Field amountField, Field unitField, std::optional<int>& amount, std::optional<domain::LimitUnit>& unit) {
    const auto raw = m_plan.value(m_record, amountField);
    if (raw.empty()) return;
    const auto digits = readDigits(raw, 6);
    domain::Limit limit;
    if (digits) std::from_chars(digits->text.data(), digits->text.data() + digits->text.size(), limit.amount);
    const auto letter = m_plan.value(m_record, unitField);
    const auto known = letter.empty() ? std::optional(domain::LimitUnit::workingDay) : domain::fromExchangeLetter(letter);
    if (!digits || !known) return warn("format", digits ? unitField : amountField);
    limit.unit = *known;
    if (limit.amount == 0) return;
    if (!domain::isPlausible(limit)) return warn("out_of_range", amountField);
    amount = limit.amount;
    unit = limit.unit;
  }

  const Record& m_record;
  const ColumnPlan& m_plan;
  ItemReading m_reading;
};

base::Uuid hashOf(const Service& item) {
  std::string all;
  domain::describeService(
      [&all](const char*, const auto& member) {
        const domain::Value value = domain::toValue(member);
        std::string text = "-";
        if (const auto* words = std::get_if<std::string>(&value)) text = "t" + *words;
        if (const auto* whole = std::get_if<std::int64_t>(&value)) text = "n" + std::to_string(*whole);
        all += std::to_string(text.size()) + ":" + text;
      },
      item);
  return base::namedUuid("", all);
}

class ItemTaker final : public RowTaker {
 public:
  explicit ItemTaker(const RunContext& work) : m_work(work) {}

  Result<Taken> take(store::Write& write, const Record& record) override {
    auto reading = ItemReader(record, m_work.plan).take();
    if (!reading.item) return Taken{Taken::Fate::rejected, std::move(reading.findings)};
    const Service& item = *reading.item;
    const base::Uuid hash = hashOf(item);
    OW_TRY(auto known, knownRow(write.connection(), m_work.mapping.source, item.code));
    if (known && known->hash != hash && known->seenIn == m_work.import)
      return Taken{Taken::Fate::rejected, {{Finding::Kind::rejected, "duplicate_key", std::string(base::code(Field::code))}}};
    Taken taken{Taken::Fate::unchanged, std::move(reading.findings)};
    KnownRow row{hash, domain::anyId(item.id), m_work.import, m_work.import};
    if (known && known->hash == hash) {
      row = *known;
      row.seenIn = m_work.import;
    } else {
      OW_TRY(const auto stored, store(write, reading));
      row.entity = domain::anyId(stored.id);
      taken.fate = stored.fate;
    }
    OW_TRYV(putRow(write.connection(), m_work.mapping.source, item.code, row));
    if (taken.fate == Taken::Fate::accepted && wantsPreview())
      show({item.code, item.name, item.department, "", std::nullopt, std::nullopt});
    return taken;
  }

 private:
  struct Stored {
    domain::ServiceId id;
    Taken::Fate fate = Taken::Fate::accepted;
  };

  Result<Stored> store(store::Write& write, const ItemReading& reading) {
    Service after = *reading.item;
    bool isKnown = false;
    {
      OW_TRY(auto statement, write.connection().prepare("SELECT id FROM service WHERE code = ?1"));
      statement.bindText(1, after.code);
      OW_TRY(isKnown, statement.step());
      if (isKnown) after.id.uuid = statement.uuid(0);
    }
    if (!isKnown) {
      m_work.writer.create(after);
    } else {
      OW_TRY(const auto here, store::loadEntity<Service>(write.connection(), after.id));
      keep(here, reading, after);
      m_work.writer.change(here, after);
    }
    const auto operations = m_work.writer.take();
    OW_TRYV(write.apply(operations));
    return Stored{after.id, operations.empty() ? Taken::Fate::unchanged : Taken::Fate::accepted};
  }

  // What the file does not name is not touched.
  static void keep(const Service& here, const ItemReading& reading, Service& after) {
    after.isActive = here.isActive;
    if (!after.nameEn) after.nameEn = here.nameEn;
    if (!after.itemType) after.itemType = here.itemType;
    if (!reading.namesPromise) {
      after.caseType = here.caseType;
      after.promisedAmount = here.promisedAmount;
      after.promisedUnit = here.promisedUnit;
    }
    if (!reading.namesStatute) {
      after.statutoryAmount = here.statutoryAmount;
      after.statutoryUnit = here.statutoryUnit;
    }
  }

  const RunContext m_work;
};

}  // namespace

Result<ImportOutcome> importCatalogue(store::Store& store, const std::filesystem::path& file, const ImportOptions& options,
                                      base::Clock& clock, base::Random& random, const ImportListener& progress) {
  return runImport(
      {store, clock, random}, LoadKind::catalogue, file, options, progress,
      [](const RunContext& work) -> Result<std::unique_ptr<RowTaker>> { return std::make_unique<ItemTaker>(work); });
}

}  // namespace ow::intake
