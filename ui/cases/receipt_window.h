// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <array>
#include <vector>

#include "desk/rating_receipt.h"

class QComboBox;
class QVBoxLayout;

namespace ow::ui {

class Bridge;
class Navigator;

// A receipt with its lines in both languages, as receiptLines() makes them: zh, en.
struct ReceiptTexts {
  desk::RatingReceipt receipt;
  std::array<std::vector<desk::ReceiptLine>, 2> lines;
};

// The receipt on the screen, to be read out, printed or kept as a PDF, in the language of whoever gets it.
class ReceiptWindow : public QDialog {
  Q_OBJECT
 public:
  ReceiptWindow(Bridge& bridge, Navigator& navigator, ReceiptTexts texts, QWidget* parent);

  void write(const QString& path);

 private:
  const std::vector<desk::ReceiptLine>& lines() const;
  void showLines();
  void print();
  void askWhere();

  Bridge& m_bridge;
  Navigator& m_navigator;
  ReceiptTexts m_texts;
  QComboBox* m_language;
  QVBoxLayout* m_lines;
};

}  // namespace ow::ui
