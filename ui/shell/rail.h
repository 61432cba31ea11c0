// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QHash>
#include <QString>

#include <cstdint>
#include <optional>
#include "domain/staff.h"

class QPushButton;
class QVBoxLayout;

namespace ow::ui {

// The left rail: where one can go, in words and icons. Shows which place is in front.
class Rail : public QFrame {
  Q_OBJECT
 public:
  enum class Place { inbox, citizens, newCase, newContact, reviews, surveys, board, scorecard, sync, settings };

  Rail(domain::Role role, QWidget* parent);
  // The kind of the page in front; kinds that are no place of the rail mark none.
  void markKind(const QString& kind);
  // How much waits there; nothing: the place is not for this clerk.
  void setWaiting(const QString& kind, std::optional<std::int64_t> count);

 signals:
  void chosen(ow::ui::Rail::Place place);

 private:
  void add(Place place, const QString& kind, const QString& iconName, const QString& text, const QString& tip);

  QVBoxLayout* m_column;
  struct Entry {
    QPushButton* button = nullptr;
    QString iconName;
    QString text;
  };
  QHash<QString, Entry> m_entries;
};

}  // namespace ow::ui
