// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/figure_head.h"

#include "kit/sign.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "scorecard/figure_words.h"

namespace ow::ui {

namespace {

QLabel* quietLine(const char* name, QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setObjectName(QLatin1String(name));
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  setLook(label, Look::quiet);
  return label;
}

}  // namespace

FigureHead::FigureHead(QWidget* parent) : Card(QStringLiteral(" "), parent) {
  auto* row = new QHBoxLayout;
  row->setSpacing(px(Space::medium));
  m_value = new QLabel(this);
  m_value->setObjectName(QStringLiteral("figureValue"));
  m_value->setFont(ui::font(TextRole::number));
  row->addWidget(m_value, 0, Qt::AlignVCenter);
  m_unit = new QLabel(this);
  m_unit->setObjectName(QStringLiteral("figureUnit"));
  setLook(m_unit, Look::quiet);
  row->addWidget(m_unit, 0, Qt::AlignVCenter);
  m_sign = new Sign(this);
  row->addWidget(m_sign, 0, Qt::AlignVCenter);
  m_counted = quietLine("figureCounted", this);
  row->addStretch();
  body()->addLayout(row);
  body()->addWidget(m_counted);
  m_note = quietLine("figureNote", this);
  body()->addWidget(m_note);
  m_formula = quietLine("figureFormula", this);
  m_formula->setFont(ui::font(TextRole::caption));
  body()->addWidget(m_formula);
}

void FigureHead::showLine(const desk::ScorecardLine& line, const desk::ScorecardLine* beside) {
  const insight::Indicator& indicator = line.indicator;
  setHeading(words::nameOf(indicator));
  m_value->setText(words::valueOf(indicator, line.figure));
  m_unit->setText(words::unitOf(indicator));
  m_unit->setVisible(!m_unit->text().isEmpty());
  const domain::Light light = words::lightOf(indicator, line.figure);
  m_sign->setVisible(light != domain::Light::none);
  m_sign->show(light, words::ofStanding(light));

  QStringList counted;
  const auto say = [&counted](const QString& text) {
    if (!text.isEmpty()) counted.append(text);
  };
  say(words::ofSample(line.indicator, line.figure));
  say(words::ofCount(indicator, line.figure));
  if (line.figure.interval && line.figure.value)
    say(tr("95 % interval %1").arg(words::interval(indicator, *line.figure.interval)));
  if (indicator.yardstick) say(words::ofYardstick(indicator, *indicator.yardstick));
  if (beside != nullptr)
    say(tr("read it with: %1 %2", "another figure and its value")
            .arg(words::nameOf(beside->indicator), words::valueOf(beside->indicator, beside->figure)));
  m_counted->setText(counted.join(QStringLiteral(" · ")));
  m_note->setText(words::noteOf(indicator));
  m_note->setVisible(!m_note->text().isEmpty());
  const QString formula = QString::fromStdString(insight::formulaOf(indicator));
  m_formula->setText(tr("%1, version %2: %3", "a definition's id, version and formula")
                         .arg(QString::fromStdString(indicator.id))
                         .arg(indicator.version)
                         .arg(formula));
}

}  // namespace ow::ui
