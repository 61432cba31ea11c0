// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

#include "desk/report_file.h"
#include "desk/rolled_up.h"

class QMenu;

namespace ow::ui {

class Bridge;
class Navigator;
class ScorecardPages;

// The scorecard as a file: PDF, workbook or CSV. Asks where to, writes beside the work, and tells when it is written and read
// back. One file at a time.
class ScorecardExporter : public QObject {
  Q_OBJECT
 public:
  enum class Kind { pdf, xlsx, csv };
  struct Wanted {
    insight::Period period;
    std::optional<desk::Reach> reach;  // nothing: this hall
  };

  ScorecardExporter(Bridge& bridge, Navigator& navigator, QWidget* parent);
  ~ScorecardExporter() override;

  // A menu of the kinds, which asks for what is `wanted` when one is chosen.
  QMenu* makeMenu(std::function<Wanted()> wanted);
  void write(Kind kind, const Wanted& wanted, const QString& path);

 signals:
  void busyChanged(bool isBusy);

 private:
  void ask(Kind kind, const Wanted& wanted);
  void writeBook(desk::ReportFormat format, const Wanted& wanted, const QString& path);
  void drawPages(const Wanted& wanted, const QString& path);
  void drawOn();
  void finish(const QString& said);
  void fail(const base::Error& error);

  Bridge& m_bridge;
  Navigator& m_navigator;
  QWidget* m_window;
  bool m_isBusy = false;
  std::unique_ptr<ScorecardPages> m_pages;
  QString m_path;
  QTimer m_drawing;  // a piece at each turn: the window goes on answering
};

}  // namespace ow::ui
