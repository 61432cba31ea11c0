// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <chrono>

#include "desk/profile.h"

class QGridLayout;
class QLabel;
class QPushButton;
class QVariantAnimation;

namespace ow::ui {

// One masked value with its caption and a Reveal button. A clear value is shown for a while with a bar that shrinks, then it is
// masked again; it is masked at once when the field is hidden. The clear value stands in the label and nowhere else: no tool
// tip, no accessible description, no clipboard.
class RevealField : public QWidget {
  Q_OBJECT
 public:
  static constexpr std::chrono::milliseconds kShownFor{15'000};

  RevealField(desk::MaskedField field, const QString& caption, int index, QWidget* parent);

  const desk::MaskedField& field() const { return m_field; }
  QString caption() const { return m_caption; }
  void setValueFont(const QFont& font);
  void setWrapping();  // a long value: the button goes below it
  void setShownFor(std::chrono::milliseconds duration) { m_shownFor = duration; }

  // False where nothing is hidden: an organisation's name, a credit code.
  bool canReveal() const;
  void setWaiting();  // the question is on its way
  void showClear(const QString& clear);
  void sayFailed(const QString& sentence);
  void mask();
  bool isClear() const { return m_isClear; }

 signals:
  void revealAsked();

 protected:
  void hideEvent(QHideEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void onButton();

  desk::MaskedField m_field;
  QString m_caption;
  std::chrono::milliseconds m_shownFor = kShownFor;
  QGridLayout* m_grid;
  QLabel* m_value;
  QLabel* m_failure;
  QPushButton* m_button;
  QVariantAnimation* m_bar;
  QTimer m_end;
  bool m_isClear = false;
  bool m_isWaiting = false;
};

}  // namespace ow::ui
