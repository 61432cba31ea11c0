// SPDX-License-Identifier: GPL-3.0-or-later
#include "surveys/answer_bars.h"

#include <QPainter>
#include <QStringList>

#include <algorithm>

#include "kit/theme.h"
#include "scorecard/figure_words.h"

namespace ow::ui {

namespace {
constexpr int kBarColumn = 44;  // of one answer, at most
constexpr int kTallestBar = 40;
constexpr int kThinnest = 14;
}  // namespace

AnswerBars::AnswerBars(const insight::SurveyQuestionFigure& figure, QWidget* parent)
    : QWidget(parent), m_low(figure.question.low), m_counts(figure.counts) {
  QStringList said;
  for (std::size_t i = 0; i < m_counts.size(); ++i)
    said << tr("%1: %2", "an answer and how often it was given")
                .arg(m_low + static_cast<std::int64_t>(i))
                .arg(words::count(m_counts[i]));
  setAccessibleName(tr("How often each answer was given"));
  setAccessibleDescription(said.join(QStringLiteral(", ")));
}

QSize AnswerBars::sizeHint() const {
  const int text = QFontMetrics(ui::font(TextRole::caption)).height();
  return {static_cast<int>(m_counts.size()) * scaled(kBarColumn), scaled(kTallestBar) + 2 * text};
}

QSize AnswerBars::minimumSizeHint() const {
  return {static_cast<int>(m_counts.size()) * scaled(kThinnest), sizeHint().height()};
}

void AnswerBars::paintEvent(QPaintEvent* /*event*/) {
  if (m_counts.empty()) return;
  const Theme& theme = Theme::current();
  QPainter painter(this);
  painter.setFont(ui::font(TextRole::caption));
  const int text = painter.fontMetrics().height();
  const int each = std::min(scaled(kBarColumn), width() / static_cast<int>(m_counts.size()));
  const std::int64_t most = std::max<std::int64_t>(1, *std::max_element(m_counts.begin(), m_counts.end()));
  const int room = height() - 2 * text;
  for (std::size_t i = 0; i < m_counts.size(); ++i) {
    const int left = static_cast<int>(i) * each;
    const int tall = static_cast<int>(room * m_counts[i] / most);
    painter.fillRect(QRect(left + each / 6, text + room - tall, each - each / 3, tall), theme.accent);
    painter.setPen(theme.text);
    painter.drawText(QRect(left, room - tall, each, text), Qt::AlignCenter, words::count(m_counts[i]));
    painter.setPen(theme.textQuiet);
    painter.drawText(QRect(left, height() - text, each, text), Qt::AlignCenter,
                     QString::number(m_low + static_cast<std::int64_t>(i)));
  }
  painter.setPen(QPen(theme.line, 1));
  painter.drawLine(0, text + room, each * static_cast<int>(m_counts.size()), text + room);
}

}  // namespace ow::ui
