// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/target_card.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

#include "kit/bridge.h"
#include "kit/field_row.h"
#include "kit/page.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"
#include "scorecard/figure_words.h"

namespace ow::ui {

namespace {

constexpr double kHundred = 100;

// As it is typed and shown: per cent, or the unit of the indicator.
double fieldValue(const insight::Indicator& indicator, double value) {
  return indicator.isPercent() ? value * kHundred : value;
}

// A band has four ends, which the register alone sets.
bool canHaveOwn(const insight::Indicator& indicator) {
  return indicator.better != insight::Better::within;
}

QString wordsFor(const insight::Indicator& indicator) {
  const auto& yardstick = indicator.yardstick;
  if (!yardstick) return TargetCard::tr("No target: the figure is not judged.");
  const QString target = words::targetOf(indicator, *yardstick), floor = words::number(indicator, yardstick->floor);
  if (!yardstick->above) return TargetCard::tr("100 points at %1, none at %2.").arg(target, floor);
  return TargetCard::tr("100 points within %1, none at %2 or %3. The register alone sets a band.")
      .arg(target, floor, words::number(indicator, yardstick->above->floor));
}

QLabel* wrapping(const char* name, QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setObjectName(QLatin1String(name));
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  return label;
}

}  // namespace

TargetCard::TargetCard(Bridge& bridge, Navigator& navigator, QWidget* parent)
    : Card(tr("Target"), parent),
      m_bridge(bridge),
      m_navigator(navigator),
      m_words(wrapping("targetWords", this)),
      m_history(wrapping("targetHistory", this)),
      m_edit(new QPushButton(tr("Set a &target"), this)) {
  m_edit->setObjectName(QStringLiteral("editTarget"));
  m_edit->setAccessibleName(tr("Set a target"));
  m_edit->setToolTip(tr("T"));
  addBesideHeading(m_edit);
  setLook(m_history, Look::quiet);
  m_history->setVisible(false);
  body()->addWidget(m_words);
  body()->addWidget(m_history);
  m_fields = makeFields();
  body()->addWidget(m_fields);
  body()->addStretch(1);
  m_fields->setVisible(false);
  connect(m_edit, &QPushButton::clicked, this, &TargetCard::edit);
}

QWidget* TargetCard::makeFields() {
  auto* fields = new QWidget(this);
  auto* column = new QVBoxLayout(fields);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(Space::small));
  const auto field = [&](const char* name) {
    auto* edit = new QLineEdit(fields);
    edit->setObjectName(QLatin1String(name));
    connect(edit, &QLineEdit::textChanged, this, &TargetCard::showState);
    return edit;
  };
  m_target = field("targetValue");
  m_floor = field("floorValue");
  m_note = field("targetNote");
  auto* numbers = new QHBoxLayout;
  m_targetRow = new FieldRow(tr("Tar&get: 100 points"), m_target, fields);
  numbers->addWidget(m_targetRow, 1, Qt::AlignTop);
  numbers->addWidget(new FieldRow(tr("&Floor: 0 points"), m_floor, fields), 1, Qt::AlignTop);
  column->addLayout(numbers);
  column->addWidget(new FieldRow(tr("&Why"), m_note, fields, FieldRow::Line::whenNeeded));
  auto* row = new QHBoxLayout;
  row->addStretch();
  const auto button = [&](const char* name, const QString& text) {
    auto* made = new QPushButton(text, fields);
    made->setObjectName(QLatin1String(name));
    made->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    row->addWidget(made);
    return made;
  };
  m_back = button("targetBack", tr("Back to the &register's"));
  auto* cancel = button("targetCancel", tr("Not now"));
  cancel->setToolTip(tr("Esc"));
  m_save = button("targetSave", tr("Save the target"));
  setLook(m_save, Look::primary);
  column->addLayout(row);
  connect(m_back, &QPushButton::clicked, this, [this] { save({}); });
  connect(cancel, &QPushButton::clicked, this, &TargetCard::leave);
  connect(m_save, &QPushButton::clicked, this, [this] { save(typed()); });
  enterGoesOn(fields);
  return fields;
}

void TargetCard::showIndicator(const insight::Indicator& indicator, const insight::Period& period) {
  m_indicator = indicator;
  m_period = period;
  m_words->setText(wordsFor(indicator));
  m_edit->setVisible(canHaveOwn(indicator));
  load();
}

void TargetCard::load() {
  m_bridge.run(
      Lane::read, this, [id = m_indicator->id](desk::Desk& desk) { return desk::targetsOf(desk, id); },
      [this, id = m_indicator->id](const base::Result<std::vector<desk::TargetShown>>& targets) {
        if (targets && m_indicator && id == m_indicator->id) showHistory(targets.value());
      });
}

void TargetCard::showHistory(const std::vector<desk::TargetShown>& targets) {
  QStringList lines;
  for (const desk::TargetShown& one : targets) {
    const auto since = insight::parsePeriod(one.fromPeriod);
    const QString from = since ? words::ofPeriod(since.value()) : QString::fromStdString(one.fromPeriod);
    QString line = one.yardstick
                       ? tr("From %1: target %2, floor %3 (%4)", "month, two numbers, who")
                             .arg(from, words::number(*m_indicator, one.yardstick->target),
                                  words::number(*m_indicator, one.yardstick->floor), QString::fromStdString(one.author))
                       : tr("From %1: the register's (%2)", "month, who").arg(from, QString::fromStdString(one.author));
    if (!one.note.empty()) line += QStringLiteral(" · ") + QString::fromStdString(one.note);
    lines.append(line);
  }
  m_hasOwn = !targets.empty() && targets.front().yardstick.has_value();
  m_history->setText(lines.join(QLatin1Char('\n')));
  m_history->setVisible(!lines.isEmpty());
  showState();
}

QString TargetCard::month() const {
  return QString::fromStdString(insight::monthOf(m_period.days.to).text);
}

void TargetCard::edit() {
  if (!m_indicator || !canHaveOwn(*m_indicator)) return;
  const auto text = [&](double value) { return QString::number(fieldValue(*m_indicator, value), 'g', 10); };
  const auto& yardstick = m_indicator->yardstick;
  m_target->setText(yardstick ? text(yardstick->target) : QString());
  m_floor->setText(yardstick ? text(yardstick->floor) : QString());
  m_note->clear();
  m_fields->setVisible(true);
  m_edit->setVisible(false);
  showState();
  m_target->setFocus(Qt::ShortcutFocusReason);
  m_target->selectAll();
}

std::optional<insight::Yardstick> TargetCard::typed() const {
  bool isTarget = false, isFloor = false;
  double target = m_target->text().trimmed().toDouble(&isTarget), floor = m_floor->text().trimmed().toDouble(&isFloor);
  if (!m_indicator || !isTarget || !isFloor) return std::nullopt;
  if (m_indicator->isPercent()) {
    target /= kHundred;
    floor /= kHundred;
  }
  return insight::Yardstick{floor, target};
}

void TargetCard::showState() {
  const auto yardstick = typed();
  QString why;
  if (!yardstick)
    why = tr("Both are numbers.");
  else if (m_indicator->better == insight::Better::up && yardstick->target <= yardstick->floor)
    why = tr("Higher is better here: the target is above the floor.");
  else if (m_indicator->better == insight::Better::down && yardstick->target >= yardstick->floor)
    why = tr("Lower is better here: the target is below the floor.");
  const auto from = insight::parsePeriod(month().toStdString());
  m_targetRow->say(why.isEmpty() ? tr("Counts from %1 on.").arg(from ? words::ofPeriod(from.value()) : month()) : why,
                   why.isEmpty() ? FieldRow::Tone::hint : FieldRow::Tone::warning);
  m_save->setEnabled(!m_isBusy && why.isEmpty());
  m_back->setVisible(m_hasOwn);
  m_back->setEnabled(!m_isBusy);
}

void TargetCard::save(const std::optional<insight::Yardstick>& yardstick) {
  m_isBusy = true;
  showState();
  const desk::NewTarget target{m_indicator->id, month().toStdString(), yardstick, m_note->text().toStdString()};
  m_bridge.run(
      Lane::write, this, [target](desk::Desk& desk) { return desk::setTarget(desk, target); },
      [this](const base::Result<domain::IndicatorTargetId>& made) {
        m_isBusy = false;
        showState();
        if (!made) return m_navigator.notify(words::sentence(made.error()), Navigator::Tone::failed);
        leave();
        emit changed();
      });
}

void TargetCard::leave() {
  m_fields->setVisible(false);
  m_edit->setVisible(true);
  m_edit->setFocus(Qt::OtherFocusReason);
}

void TargetCard::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && m_fields->isVisible()) return leave();
  Card::keyPressEvent(event);
}

}  // namespace ow::ui
