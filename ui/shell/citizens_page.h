// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/drafts.h"
#include "kit/page.h"

class QVBoxLayout;

namespace ow::ui {

class Card;

// Where a clerk is between two citizens: what the search box takes, and the forms that were left unfinished.
class CitizensPage : public Page {
  Q_OBJECT
 public:
  CitizensPage(Bridge& bridge, Navigator& navigator, QWidget* parent);

  QString title() const override { return tr("Citizens"); }
  QString kind() const override;
  QJsonObject state() const override { return {}; }
  void restore(const QJsonObject&) override {}
  void takeFocus() override { emit searchWanted(); }

  // Drafts that stand in an open visit are not offered again.
  void setClaimed(std::function<QStringList()> claimed) { m_claimed = std::move(claimed); }

 signals:
  void searchWanted();
  void continueWanted(const ow::desk::Draft& draft);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* makeSearchCard();
  void refresh();
  void show(const std::vector<desk::Draft>& drafts);
  QWidget* makeRow(const desk::Draft& draft);
  void discard(const desk::Draft& draft);

  std::function<QStringList()> m_claimed;
  Card* m_unfinished;
  QVBoxLayout* m_rows;
};

}  // namespace ow::ui
