// SPDX-License-Identifier: GPL-3.0-or-later
#include "pad/pad_check.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "pad/pad_button.h"
#include "pad/pad_words.h"

namespace ow::ui {

// Draws a line under each row, so that the eye keeps to it.
class PadCheckPage::Paper : public QWidget {
 public:
  using QWidget::QWidget;
  void rule(std::vector<int> lines) {
    m_lines = std::move(lines);
    update();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setPen(Theme::current().line);
    for (const int y : m_lines) painter.drawLine(0, y, width(), y);
  }

 private:
  std::vector<int> m_lines;
};

PadCheckPage::PadCheckPage(QWidget* parent)
    : PadPage(parent),
      m_paper(new Paper(this)),
      m_wrong(new PadButton(PadButton::Look::plain, QStringLiteral("padDataWrong"), this)),
      m_more(new PadButton(PadButton::Look::primary, QStringLiteral("padMoreData"), this)),
      m_correct(new PadButton(PadButton::Look::primary, QStringLiteral("padDataCorrect"), this)) {
  m_paper->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_wrong);
  buttons->addStretch(1);
  buttons->addWidget(m_more);
  buttons->addWidget(m_correct);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_paper, 1);
  column->addLayout(buttons);
  connect(m_wrong, &QAbstractButton::clicked, this, &PadCheckPage::wrong);
  connect(m_correct, &QAbstractButton::clicked, this, &PadCheckPage::correct);
  connect(m_more, &QAbstractButton::clicked, this, [this] {
    ++m_leaf;
    arrange();
    emit touched();
  });
}

void PadCheckPage::show(const PadView& view, const PadWords& words) {
  m_wrong->say(words.dataWrong());
  m_more->say(words.more());
  m_correct->say(words.dataCorrect());
  if (view.rows != m_rows) {
    for (const Line& line : m_lines) {
      sendAway(line.label);
      sendAway(line.value);
    }
    m_lines.clear();
    m_rows = view.rows;
    m_leaf = 0;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
      auto* label = padLabel(QStringLiteral("padDataLabel_%1").arg(i), m_paper);
      auto* value = padLabel(QStringLiteral("padDataValue_%1").arg(i), m_paper);
      label->ensurePolished();  // later, it would take the font away again
      setLook(label, Look::quiet);
      label->setText(m_rows[i].label);
      value->setText(m_rows[i].value);
      m_lines.push_back({label, value});
    }
  }
  fit(m_measure);
}

QString PadCheckPage::heading(const PadView&, const PadWords& words) const {
  return words.checkHeading();
}

void PadCheckPage::fit(const PadMeasure& measure) {
  m_measure = measure;
  layout()->setSpacing(measure.gap);
  for (PadButton* button : {m_wrong, m_more, m_correct}) button->fit(measure);
  arrange();
}

int PadCheckPage::labelWidth() const {
  return m_paper->width() * 2 / 5 - m_measure.gap;
}

int PadCheckPage::heightOf(const Line& line) const {
  const int valueWidth = m_paper->width() - labelWidth() - m_measure.gap;
  return std::max(line.label->heightForWidth(labelWidth()), line.value->heightForWidth(valueWidth));
}

int PadCheckPage::between() const {
  return m_measure.gap * 5 / 4;
}

// Which lines stand on which leaf, at the present type.
void PadCheckPage::split() {
  m_begins.assign(1, 0);
  int used = 0;
  for (std::size_t i = 0; i < m_lines.size(); ++i) {
    const int high = heightOf(m_lines[i]);
    if (used > 0 && used + high > m_paper->height()) {
      m_begins.push_back(i);
      used = 0;
    }
    used += high + between();
  }
}

// The largest type in which everything stands on one leaf; else the least, on as many as it needs.
void PadCheckPage::arrange() {
  for (const int type : {m_measure.title * 4 / 5, m_measure.body}) {
    for (const Line& line : m_lines) {
      line.label->setFont(padFont(std::max(m_measure.small, type * 4 / 5)));
      line.value->setFont(padFont(std::max(m_measure.body, type), PadWeight::strong));
    }
    split();
    if (m_begins.size() == 1) break;
  }
  m_leaf = std::min(m_leaf, m_begins.size() - 1);
  const std::size_t first = m_begins[m_leaf];
  const std::size_t last = m_leaf + 1 < m_begins.size() ? m_begins[m_leaf + 1] : m_lines.size();
  int y = 0;
  std::vector<int> rules;
  for (std::size_t i = 0; i < m_lines.size(); ++i) {
    const Line& line = m_lines[i];
    const bool isHere = i >= first && i < last;
    line.label->setVisible(isHere);
    line.value->setVisible(isHere);
    if (!isHere) continue;
    const int high = heightOf(line);
    line.label->setGeometry(0, y, labelWidth(), high);
    line.value->setGeometry(labelWidth() + m_measure.gap, y, m_paper->width() - labelWidth() - m_measure.gap, high);
    y += high + between();
    rules.push_back(y - between() / 2);
  }
  if (!rules.empty()) rules.pop_back();
  m_paper->rule(std::move(rules));
  const bool isLast = m_leaf + 1 == m_begins.size();
  m_more->setVisible(!isLast);
  m_correct->setVisible(isLast);
}

void PadCheckPage::resizeEvent(QResizeEvent* event) {
  PadPage::resizeEvent(event);
  layout()->activate();
  arrange();
}

}  // namespace ow::ui
