// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/reports_card.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>

#include <algorithm>
#include <filesystem>
#include <initializer_list>
#include <utility>

#include "intake/core_text.h"
#include "kit/bridge.h"
#include "kit/field_row.h"
#include "kit/flow_layout.h"
#include "kit/page.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"
#include "scorecard/figure_words.h"
#include "scorecard/plain_table.h"
#include "scorecard/reports_model.h"

namespace ow::ui {

namespace {

constexpr int kMostReportsInSight = 10, kMostFaultsShown = 5;
constexpr int kWhatWidth = 260, kDepartmentWidth = 220, kAmountWidth = 180;

// What does not fit is left out, what matters least first; the names take what is left.
class ReportsTable : public PlainTable {
 public:
  ReportsTable(ReportsModel& model, QWidget* parent) : PlainTable(model, parent) {
    connect(&model, &QAbstractItemModel::modelReset, this, &ReportsTable::share);
  }

 protected:
  void share() override {
    const int columns = model()->columnCount();
    int taken = 0;
    for (int column = 0; column < columns; ++column) {
      setColumnHidden(column, false);
      setColumnWidth(column, std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column)));
      taken += columnWidth(column);
    }
    for (const int column : {ReportsModel::source, ReportsModel::author, ReportsModel::department, ReportsModel::month}) {
      if (taken <= viewport()->width()) break;
      taken -= columnWidth(column);
      setColumnHidden(column, true);
    }
    setColumnWidth(ReportsModel::series, columnWidth(ReportsModel::series) + std::max(0, viewport()->width() - taken));
  }
};

QString ofReportFault(std::string_view rule) {
  if (rule == "missing") return ReportsCard::tr("nothing stands there");
  if (rule == "format") return ReportsCard::tr("that is no such number or month");
  if (rule == "out_of_range") return ReportsCard::tr("that is above 0");
  if (rule == "unknown_series") return ReportsCard::tr("nothing of that name is reported");
  return QString::fromUtf8(rule.data(), static_cast<qsizetype>(rule.size()));
}

QString ofReportImport(const desk::ImportedReports& done) {
  QStringList said{ReportsCard::tr("%n figure(s) taken in", nullptr, static_cast<int>(done.accepted))};
  if (done.unchanged > 0) said << ReportsCard::tr("%n said what is known", nullptr, static_cast<int>(done.unchanged));
  if (done.rejected > 0) said << ReportsCard::tr("%n row(s) not taken in", nullptr, static_cast<int>(done.rejected));
  QStringList lines{said.join(QStringLiteral(" · "))};
  for (std::size_t i = 0; i < std::min<std::size_t>(done.faults.size(), kMostFaultsShown); ++i) {
    const desk::ReportFault& fault = done.faults[i];
    lines << ReportsCard::tr("Line %1, %2: %3", "number, column, what is wrong")
                 .arg(fault.line)
                 .arg(QString::fromStdString(fault.column), ofReportFault(fault.rule));
  }
  return lines.join(QLatin1Char('\n'));
}

QString ofReportError(const base::Error& error) {
  if (error.fact("rule") == "missing_column")
    return ReportsCard::tr("The file has no column “%1”. It needs series, period and amount.")
        .arg(QString::fromUtf8(error.fact("column").data(), static_cast<qsizetype>(error.fact("column").size())));
  return words::sentence(error);
}

}  // namespace

ReportsCard::ReportsCard(Bridge& bridge, Navigator& navigator, QWidget* parent)
    : Card(tr("Reported by departments"), parent),
      m_bridge(bridge),
      m_navigator(navigator),
      m_model(new ReportsModel(this)),
      m_table(new ReportsTable(*m_model, this)),
      m_nothing(new QLabel(tr("Nothing is reported of this period."), this)),
      m_said(new QLabel(this)),
      m_edit(new QPushButton(tr("&Report a figure"), this)),
      m_file(new QPushButton(tr("Take in a &file …"), this)) {
  setObjectName(QStringLiteral("reportsCard"));
  m_edit->setObjectName(QStringLiteral("editReport"));
  m_edit->setAccessibleName(tr("Report a figure"));
  m_edit->setToolTip(tr("R"));
  m_file->setObjectName(QStringLiteral("fileReports"));
  m_file->setAccessibleName(tr("Take in a file"));
  m_file->setToolTip(tr("CSV or XLSX with the columns series, period and amount"));
  addBesideHeading(m_edit);
  addBesideHeading(m_file);
  setLook(m_nothing, Look::quiet);
  m_said->setObjectName(QStringLiteral("reportSaid"));
  m_said->setTextFormat(Qt::PlainText);
  m_said->setWordWrap(true);
  m_said->hide();
  m_table->setObjectName(QStringLiteral("reportsTable"));
  m_table->setAccessibleName(tr("Reported by departments"));
  m_table->hide();
  m_fields = makeFields();
  m_fields->hide();
  for (QWidget* part : std::initializer_list<QWidget*>{m_fields, m_said, m_nothing, m_table}) body()->addWidget(part);
  connect(m_edit, &QPushButton::clicked, this, &ReportsCard::edit);
  connect(m_file, &QPushButton::clicked, this, &ReportsCard::askWhich);
}

QWidget* ReportsCard::makeFields() {
  auto* fields = new QWidget(this);
  const auto field = [&](const char* name, int width) {
    auto* edit = new QLineEdit(fields);
    edit->setObjectName(QLatin1String(name));
    edit->setMinimumWidth(scaled(width));
    return edit;
  };
  m_what = new QComboBox(fields);
  m_what->setObjectName(QStringLiteral("reportWhat"));
  m_what->setMinimumWidth(scaled(kWhatWidth));
  m_department = field("reportDepartment", kDepartmentWidth);
  m_amount = field("reportAmount", kAmountWidth);
  m_of = field("reportOf", kAmountWidth);
  m_departmentRow = new FieldRow(tr("&Department"), m_department, fields);
  m_amountRow = new FieldRow(tr("&Amount"), m_amount, fields);
  m_ofRow = new FieldRow(tr("&Of"), m_of, fields);
  m_save = new QPushButton(tr("Save the figure"), fields);
  m_save->setObjectName(QStringLiteral("saveReport"));
  setLook(m_save, Look::primary);
  auto* cancel = new QPushButton(tr("Not now"), fields);
  cancel->setObjectName(QStringLiteral("reportCancel"));
  cancel->setToolTip(tr("Esc"));
  auto* buttons = new QWidget(fields);
  auto* row = new QHBoxLayout(buttons);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(m_save);
  row->addWidget(cancel);
  auto* flow = new FlowLayout(px(Space::medium), 0, fields);
  flow->addWidget(new FieldRow(tr("&What"), m_what, fields));
  for (QWidget* part : std::initializer_list<QWidget*>{m_departmentRow, m_amountRow, m_ofRow}) flow->addWidget(part);
  flow->addWidget(new FieldRow(QStringLiteral(" "), buttons, fields));
  connect(m_what, &QComboBox::currentIndexChanged, this, &ReportsCard::showSeries);
  connect(m_save, &QPushButton::clicked, this, &ReportsCard::save);
  connect(cancel, &QPushButton::clicked, this, &ReportsCard::leave);
  enterGoesOn(fields);
  return fields;
}

void ReportsCard::setPeriod(const insight::Period& period) {
  const bool isOther = !m_period || m_period->text != period.text;
  m_period = period;
  if (isOther) m_said->hide();
  load();
}

std::string ReportsCard::month() const {
  return insight::monthOf(m_period->days.to).text;
}

void ReportsCard::load() {
  if (!m_period) return;
  m_bridge.run(
      Lane::read, this,
      [shown = *m_period](desk::Desk& desk) -> base::Result<Read> {
        Read read;
        OW_TRY(read.registry, desk::indicatorsOf(desk));
        OW_TRY(read.reports, desk::reportsIn(desk, shown));
        return read;
      },
      [this, of = m_period->text](base::Result<Read> read) {
        if (read && m_period && m_period->text == of) receive(std::move(read).value());
      });
}

void ReportsCard::receive(Read read) {
  if (m_series.size() != read.registry.series.size()) {
    m_series = std::move(read.registry.series);
    m_what->clear();
    for (const insight::ReportedSeries& one : m_series) m_what->addItem(words::nameOf(one), QString::fromStdString(one.id));
  }
  m_model->show(std::move(read.reports), m_series);
  const int rows = m_model->rowCount();
  m_nothing->setVisible(rows == 0);
  m_table->setVisible(rows > 0);
  m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() +
                          std::min(rows, kMostReportsInSight) * m_table->verticalHeader()->defaultSectionSize() + 4);
}

void ReportsCard::showSeries() {
  if (m_what->currentIndex() < 0) return;
  const insight::ReportedSeries& chosen = m_series[static_cast<std::size_t>(m_what->currentIndex())];
  const auto hint = [](bool isMoney) { return isMoney ? tr("yuan") : tr("a whole number"); };
  m_amountRow->say(hint(chosen.isMoney));
  m_ofRow->say(tr("%1, %2", "what it is a part of, unit").arg(words::wholeNameOf(chosen), hint(chosen.isWholeMoney)));
  const auto period = insight::parsePeriod(month());
  m_departmentRow->say(period ? tr("Of %1", "a month").arg(words::ofPeriod(period.value())) : QString());
}

void ReportsCard::edit() {
  if (!m_period) return;
  m_fields->show();
  m_edit->hide();
  showSeries();
  m_what->setFocus(Qt::ShortcutFocusReason);
}

void ReportsCard::leave() {
  m_fields->hide();
  m_edit->show();
  m_edit->setFocus(Qt::OtherFocusReason);
}

void ReportsCard::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && m_fields->isVisible()) return leave();
  Card::keyPressEvent(event);
}

void ReportsCard::save() {
  if (m_isBusy || !m_period) return;
  m_isBusy = true;
  m_save->setEnabled(false);
  const desk::GivenReport given{m_what->currentData().toString().toStdString(), month(), toCore(m_department->text().trimmed()),
                                toCore(m_amount->text().trimmed()), toCore(m_of->text().trimmed())};
  m_bridge.run(
      Lane::write, this, [given](desk::Desk& desk) { return desk::reportFigure(desk, given); },
      [this](const base::Result<bool>& done) {
        m_isBusy = false;
        m_save->setEnabled(true);
        finish(done);
      });
}

void ReportsCard::finish(const base::Result<bool>& done) {
  showSeries();
  if (!done) {
    const std::string_view field = done.error().fact("field");
    FieldRow* row = field == "amount"       ? m_amountRow
                    : field == "of_amount"  ? m_ofRow
                    : field == "department" ? m_departmentRow
                                            : nullptr;
    if (row == nullptr) return say(ofReportError(done.error()), true);
    row->say(ofReportFault(done.error().fact("rule")), FieldRow::Tone::failed);
    return row->field()->setFocus(Qt::OtherFocusReason);
  }
  say(done.value() ? tr("The figure is reported.") : tr("That is what is known already."), false);
  m_amount->clear();
  m_of->clear();
  m_what->setFocus(Qt::OtherFocusReason);
  load();
  if (done.value()) emit reported();
}

void ReportsCard::askWhich() {
  auto* dialog = new QFileDialog(this, tr("What departments report"));
  dialog->setObjectName(QStringLiteral("reportsDialog"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  dialog->setNameFilters(
      {tr("Tables (%1)").arg(QStringLiteral("*.csv *.xlsx")), tr("All files (%1)").arg(QStringLiteral("*"))});
  dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
  connect(dialog, &QFileDialog::fileSelected, this, &ReportsCard::read);
  dialog->open();
}

void ReportsCard::read(const QString& file) {
  if (m_isBusy) return;
  m_isBusy = true;
  m_file->setEnabled(false);
  m_bridge.run(
      Lane::write, this,
      [path = std::filesystem::path(file.toStdU16String())](desk::Desk& desk) { return desk::importReports(desk, path); },
      [this](const base::Result<desk::ImportedReports>& done) {
        m_isBusy = false;
        m_file->setEnabled(true);
        if (!done) return say(ofReportError(done.error()), true);
        say(ofReportImport(done.value()), done.value().rejected > 0);
        load();
        if (done.value().accepted > 0) emit reported();
      });
}

void ReportsCard::say(const QString& text, bool isFault) {
  m_said->setText(text);
  setLook(m_said, isFault ? Look::warning : Look::done);
  m_said->show();
}

}  // namespace ow::ui
