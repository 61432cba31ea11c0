// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QWidget>

#include <array>

#include "pad/pad_measure.h"
#include "pad/pad_view.h"

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace ow::ui {

class PadButton;
class PadReasons;
class PadWords;

// What stands under the top line of the citizen's screen. Pages show a view and say what was touched; they decide nothing.
class PadPage : public QWidget {
  Q_OBJECT
 public:
  using QWidget::QWidget;
  using QWidget::show;
  virtual void show(const PadView& view, const PadWords& words) = 0;
  // Stands in the top line, beside the language; empty: the hall's name stands there.
  virtual QString heading(const PadView&, const PadWords&) const { return {}; }
  virtual void fit(const PadMeasure& measure) = 0;

 protected:
  PadMeasure m_measure;
};

QLabel* padLabel(const QString& name, QWidget* parent);
// Out of sight and out of reach at once, and gone soon: one of its own touches may be what sends it away.
void sendAway(QWidget* part);

class PadGreetingPage : public PadPage {
  Q_OBJECT
 public:
  PadGreetingPage(QString hall, QString window, QWidget* parent);
  void setDay(QDate day) { m_date = day; }
  void show(const PadView& view, const PadWords& words) override;
  void fit(const PadMeasure& measure) override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString m_hallName, m_number;
  QDate m_date;
  QLabel *m_hall, *m_welcome, *m_window, *m_day;
};

class PadQuestionPage : public PadPage {
  Q_OBJECT
 public:
  explicit PadQuestionPage(QWidget* parent);
  void show(const PadView& view, const PadWords& words) override;
  void fit(const PadMeasure& measure) override;

 signals:
  void levelTouched(int level);
  void declined();

 private:
  QLabel *m_title, *m_question, *m_voluntary;
  QHBoxLayout* m_row;
  std::array<PadButton*, 5> m_faces;
  PadButton* m_notNow;
};

class PadReasonsPage : public PadPage {
  Q_OBJECT
 public:
  explicit PadReasonsPage(QWidget* parent);
  void show(const PadView& view, const PadWords& words) override;
  QString heading(const PadView& view, const PadWords& words) const override;
  void fit(const PadMeasure& measure) override;

 signals:
  void touched();
  void reasonTouched(const QString& code);
  void back();
  void skip();
  void submit();

 private:
  QLabel* m_several;
  PadReasons* m_reasons;
  PadButton *m_back, *m_skip, *m_submit;
};

// One sign and two lines: one moment, thank you, or what went wrong.
class PadMessagePage : public PadPage {
  Q_OBJECT
 public:
  explicit PadMessagePage(QWidget* parent);
  void show(const PadView& view, const PadWords& words) override;
  void fit(const PadMeasure& measure) override;

 private:
  class Sign;
  Sign* m_sign;
  QLabel *m_text, *m_more;
};

}  // namespace ow::ui
