// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/scorecard_exporter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QStandardPaths>

#include "desk/scorecard_export.h"
#include "desk/scorecard_figures.h"
#include "kit/bridge.h"
#include "kit/language.h"
#include "kit/page.h"
#include "kit/words.h"
#include "scorecard/scorecard_paper.h"

namespace ow::ui {

namespace {

QString suffixOf(ScorecardExporter::Kind kind) {
  switch (kind) {
    case ScorecardExporter::Kind::pdf:
      return QStringLiteral("pdf");
    case ScorecardExporter::Kind::xlsx:
      return QStringLiteral("xlsx");
    case ScorecardExporter::Kind::csv:
      return QStringLiteral("csv");
  }
  return {};
}

QString programName() {
  return QStringLiteral("onewindow ") + QCoreApplication::applicationVersion();
}

// What is kept of a file that was written: no name of a hall can lead out of its folder.
QString plainName(QString name) {
  for (const QChar bad : {QLatin1Char('/'), QLatin1Char('\\'), QLatin1Char(':')}) name.replace(bad, QLatin1Char('-'));
  return name;
}

}  // namespace

ScorecardExporter::ScorecardExporter(Bridge& bridge, Navigator& navigator, QWidget* parent)
    : QObject(parent), m_bridge(bridge), m_navigator(navigator), m_window(parent) {
  m_drawing.setInterval(0);
  connect(&m_drawing, &QTimer::timeout, this, &ScorecardExporter::drawOn);
}

ScorecardExporter::~ScorecardExporter() = default;

QMenu* ScorecardExporter::makeMenu(std::function<Wanted()> wanted) {
  auto* menu = new QMenu(m_window);
  menu->setObjectName(QStringLiteral("exportMenu"));
  menu->setAccessibleName(tr("Export"));
  const auto add = [&](Kind kind, const QString& text) {
    menu->addAction(text, this, [this, kind, wanted] { ask(kind, wanted()); })
        ->setObjectName(QStringLiteral("export_") + suffixOf(kind));
  };
  add(Kind::pdf, tr("&Pages to print (PDF)"));
  add(Kind::xlsx, tr("&Workbook (XLSX)"));
  add(Kind::csv, tr("&Table (CSV)"));
  return menu;
}

void ScorecardExporter::ask(Kind kind, const Wanted& wanted) {
  auto* dialog = new QFileDialog(m_window, tr("Export the scorecard"));
  dialog->setObjectName(QStringLiteral("exportDialog"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  // Nothing is replaced, so nothing has to be asked.
  dialog->setOption(QFileDialog::DontConfirmOverwrite);
  dialog->setDefaultSuffix(suffixOf(kind));
  dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
  dialog->selectFile(
      plainName(tr("scorecard %1 %2", "name of a file: period, hall")
                    .arg(QString::fromStdString(wanted.period.text), QString::fromStdString(m_bridge.desk().place().hall))) +
      QLatin1Char('.') + suffixOf(kind));
  connect(dialog, &QFileDialog::fileSelected, this, [this, kind, wanted](const QString& path) { write(kind, wanted, path); });
  dialog->open();
}

void ScorecardExporter::write(Kind kind, const Wanted& wanted, const QString& path) {
  if (m_isBusy) return m_navigator.notify(tr("The file before this one is still being written."), Navigator::Tone::warning);
  m_isBusy = true;
  emit busyChanged(true);
  if (kind == Kind::pdf) return drawPages(wanted, path);
  writeBook(kind == Kind::csv ? desk::ReportFormat::csv : desk::ReportFormat::xlsx, wanted, path);
}

void ScorecardExporter::writeBook(desk::ReportFormat format, const Wanted& wanted, const QString& path) {
  const auto language = spokenLanguage() == Language::simplifiedChinese ? desk::ReportLanguage::zh : desk::ReportLanguage::en;
  const desk::ScorecardExport what{wanted.period, format, language, programName().toStdString(), wanted.reach};
  m_bridge.run(
      Lane::count, this, [what, to = path.toStdString()](desk::Desk& desk) { return desk::exportScorecard(desk, what, to); },
      [this, path](const base::Result<desk::ScorecardReceipt>& receipt) {
        if (!receipt) return fail(receipt.error());
        std::int64_t rows = 0;
        for (const desk::SheetReceipt& sheet : receipt.value().sheets) rows += sheet.readBack;
        finish(tr("Written and read back, %n row(s): %1", nullptr, static_cast<int>(rows)).arg(QDir::toNativeSeparators(path)));
      });
}

void ScorecardExporter::drawPages(const Wanted& wanted, const QString& path) {
  m_path = path;
  m_bridge.run(
      Lane::count, this, [wanted](desk::Desk& desk) { return desk::scorecardFigures(desk, wanted.period, {}, wanted.reach); },
      [this](base::Result<desk::ScorecardFigures> figures) {
        if (!figures) return fail(figures.error());
        m_pages = std::make_unique<ScorecardPages>(std::move(figures).value(), m_bridge.desk().zone(), programName());
        m_drawing.start();
      });
}

void ScorecardExporter::drawOn() {
  if (m_pages->step()) return;
  m_drawing.stop();
  const int pages = m_pages->pageCount();
  m_bridge.run(
      Lane::count, this,
      [drawn = m_pages->pages(), to = m_path.toStdString()](desk::Desk&) {
        return desk::writePages({drawn.constData(), static_cast<std::size_t>(drawn.size())}, to);
      },
      [this, pages](const base::Result<void>& written) {
        m_pages.reset();
        if (!written) return fail(written.error());
        finish(tr("Written and read back, %n page(s): %1", nullptr, pages).arg(QDir::toNativeSeparators(m_path)));
      });
}

void ScorecardExporter::finish(const QString& said) {
  m_isBusy = false;
  emit busyChanged(false);
  m_navigator.notify(said, Navigator::Tone::done);
}

void ScorecardExporter::fail(const base::Error& error) {
  m_isBusy = false;
  emit busyChanged(false);
  m_navigator.notify(words::sentence(error), Navigator::Tone::failed);
}

}  // namespace ow::ui
