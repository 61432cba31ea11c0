// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "domain/ids.h"

class QPushButton;

namespace ow::ui {

class Bridge;
class Navigator;

// Gives the citizen a code to rate by later: the receipt of today's visit. F11 while the focus is on the page.
class CaseReceipt : public QWidget {
  Q_OBJECT
 public:
  CaseReceipt(Bridge& bridge, Navigator& navigator, QWidget* page);

  void setCase(domain::CaseId id) { m_case = id; }
  void setRefusal(const QString& why);
  void make();

 private:
  Bridge& m_bridge;
  Navigator& m_navigator;
  domain::CaseId m_case;
  QPushButton* m_make;
  QString m_refusal;
  bool m_isMaking = false;
};

}  // namespace ow::ui
