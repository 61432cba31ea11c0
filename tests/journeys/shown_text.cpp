// SPDX-License-Identifier: GPL-3.0-or-later
#include "journeys/shown_text.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>

namespace ow::journeys {

namespace {

constexpr int kRowsRead = 200;

QStringList wordsOf(const QWidget& widget) {
  QStringList words{widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()};
  if (const auto* label = qobject_cast<const QLabel*>(&widget)) words << label->text();
  if (const auto* line = qobject_cast<const QLineEdit*>(&widget)) words << line->text();
  if (const auto* text = qobject_cast<const QPlainTextEdit*>(&widget)) words << text->toPlainText();
  if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) words << button->text();
  if (const auto* tabs = qobject_cast<const QTabBar*>(&widget))
    for (int i = 0; i < tabs->count(); ++i) words << tabs->tabText(i) << tabs->tabToolTip(i);
  if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget); view != nullptr && view->model() != nullptr) {
    const QAbstractItemModel& model = *view->model();
    for (int row = 0; row < std::min(kRowsRead, model.rowCount()); ++row)
      for (int column = 0; column < model.columnCount(); ++column)
        for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
          words << model.index(row, column).data(role).toString();
  }
  return words;
}

}  // namespace

QString everyWordIn(const QWidget& window) {
  QStringList words = wordsOf(window);
  for (const QWidget* widget : window.findChildren<QWidget*>()) words << wordsOf(*widget);
  words.removeAll(QString());
  return words.join(QLatin1Char('\n'));
}

}  // namespace ow::journeys
