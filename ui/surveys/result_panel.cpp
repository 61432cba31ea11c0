// SPDX-License-Identifier: GPL-3.0-or-later
#include "surveys/result_panel.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QStringList>
#include <QVBoxLayout>

#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"
#include "scorecard/figure_words.h"
#include "surveys/answer_bars.h"
#include "surveys/survey_words.h"

namespace ow::ui {

ResultPanel::ResultPanel(Bridge& bridge, Navigator& navigator, QWidget* parent)
    : SurveyPanel(bridge, navigator, parent), m_scroll(new QScrollArea(this)) {
  m_scroll->setObjectName(QStringLiteral("surveyResults"));
  m_scroll->setAccessibleName(tr("Results of the round"));
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFocusPolicy(Qt::StrongFocus);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setBody(m_scroll);
}

void ResultPanel::load(bool isOther) {
  if (isOther) showReading();
  bridge().run(
      Lane::count, this, [id = round().id](desk::Desk& desk) { return desk::resultsOf(desk, id); },
      [this, ticket = ++m_ticket](const base::Result<desk::SurveyResults>& results) {
        if (ticket == m_ticket) receive(results);
      });
}

void ResultPanel::receive(const base::Result<desk::SurveyResults>& results) {
  if (!results) return showEmpty(words::surveySentence(results.error()));
  const int place = m_scroll->verticalScrollBar()->value();
  build(results.value());
  showBody();
  m_scroll->verticalScrollBar()->setValue(place);
}

QLabel* ResultPanel::label(const QString& text, bool isQuiet) {
  auto* label = new QLabel(text, m_body);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  if (isQuiet) setLook(label, Look::quiet);
  return label;
}

void ResultPanel::build(const desk::SurveyResults& results) {
  m_body = new QWidget(m_scroll);
  auto* column = new QVBoxLayout(m_body);
  column->setContentsMargins(0, 0, px(Space::small), 0);
  column->setSpacing(px(Space::small));
  addResponse(column, results);
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(px(Space::large));
  grid->setVerticalSpacing(px(Space::hair));
  grid->setColumnStretch(2, 1);
  int row = 0;
  for (const insight::SurveyIndexFigure& figure : results.figures.indexes) addIndex(grid, row++, figure);
  column->addSpacing(px(Space::small));
  column->addLayout(grid);
  if (const QString off = words::ofOffScale(results.figures.offScale); !off.isEmpty()) {
    auto* told = label(tr("%1: means count them as they stand, shares and distributions leave them out.").arg(off));
    told->setObjectName(QStringLiteral("surveyOffScale"));
    setLook(told, Look::warning);
    column->addWidget(told);
  }
  column->addSpacing(px(Space::small));
  int number = 0;
  for (const insight::SurveyQuestionFigure& figure : results.figures.questions) addQuestion(column, ++number, figure);
  column->addStretch(1);
  m_scroll->setWidget(m_body);  // the one before goes
}

// No figure says what it says without it.
void ResultPanel::addResponse(QVBoxLayout* column, const desk::SurveyResults& results) {
  auto* response = label(words::ofResponse(results.answered, results.drawn));
  response->setObjectName(QStringLiteral("surveyResponse"));
  response->setFont(ui::font(TextRole::heading));
  column->addWidget(response);
  QStringList rest;
  if (results.responseInterval) rest << tr("95 % interval %1").arg(words::shareInterval(*results.responseInterval));
  rest << tr("refused: %1").arg(words::count(results.refused)) << tr("not reached: %1").arg(words::count(results.notReached))
       << tr("not heard of: %1").arg(words::count(results.unheard));
  auto* others = label(rest.join(QStringLiteral(" · ")), true);
  others->setObjectName(QStringLiteral("surveyOthers"));
  column->addWidget(others);
  column->addWidget(label(tr("%1 · as of %2", "questionnaire, when")
                              .arg(words::nameOf(results.form), words::dateTime(results.asOf, bridge().desk().zone())),
                          true));
}

void ResultPanel::addIndex(QGridLayout* grid, int row, const insight::SurveyIndexFigure& figure) {
  const QString id = QString::fromStdString(figure.index.id);
  auto* name = label(words::nameOf(figure.index));
  auto* value = label(words::valueOf(figure));
  value->setObjectName(QStringLiteral("surveyFigure_") + id);
  value->setFont(ui::font(TextRole::title));
  value->setWordWrap(false);
  QStringList beside;
  if (const QString interval = words::interval(figure); !interval.isEmpty()) beside << tr("95 % interval %1").arg(interval);
  if (figure.answers > 0) beside << tr("n %1", "how many answered").arg(words::count(figure.answers));
  for (const QString& said : {words::ofSample(figure), words::ofOffScale(figure.offScale)})
    if (!said.isEmpty()) beside << said;
  auto* about = label(beside.join(QStringLiteral(" · ")), true);
  about->setObjectName(QStringLiteral("surveyAbout_") + id);
  grid->addWidget(name, row, 0);
  grid->addWidget(value, row, 1, Qt::AlignRight);
  grid->addWidget(about, row, 2);
}

void ResultPanel::addQuestion(QVBoxLayout* column, int number, const insight::SurveyQuestionFigure& figure) {
  column->addWidget(label(tr("%1. %2", "number of a question, question").arg(number).arg(words::nameOf(figure.question))));
  if (!figure.mean) return column->addWidget(label(tr("fewer than %1 answers: not shown").arg(insight::kFewestShown), true));
  QStringList beside{tr("mean %1").arg(words::mean(*figure.mean)),
                     tr("n %1", "how many answered").arg(words::count(figure.answers))};
  if (const QString off = words::ofOffScale(figure.offScale); !off.isEmpty()) beside << off;
  auto* bars = new AnswerBars(figure, m_body);
  bars->setObjectName(QStringLiteral("surveyBars_") + QString::fromStdString(figure.question.id));
  column->addWidget(bars);
  column->addWidget(label(beside.join(QStringLiteral(" · ")), true));
  column->addSpacing(px(Space::hair));
}

void ResultPanel::focusBody() {
  m_scroll->setFocus(Qt::OtherFocusReason);
}

}  // namespace ow::ui
